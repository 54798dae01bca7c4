// Generated from packages/graphql by `npm run generate`. Do not edit.
import type { Json } from '@cambium/core';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ArtifactLink, Attempt as AttemptModel, Experiment as ExperimentModel, ExperimentEvent as ExperimentEventModel, MetricDescriptor, Parameter as ParameterModel, Report as ReportModel, RunnerStatus, Trial as TrialModel } from '@cambium/core';
import type { ArchitectureModel, AugmentationModel, DesignModel } from '../modules/trials/design-model.js';
import type { ExperimentPage } from '../modules/experiments/experiment-page.js';
import type { TrialPage } from '../modules/trials/trial-page.js';
import type { RequestContext } from '../context/request-context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 8601, UTC. */
  DateTime: { input: string; output: number; }
  /** Any JSON value. Non-finite numbers are null. */
  JSON: { input: Json; output: Json; }
};

export type Architecture = {
  __typename?: 'Architecture';
  /** Bytes of all activations of one image's forward pass, float32. */
  activationBytes: Scalars['Float']['output'];
  /** Multiply-accumulates of one image's forward pass. */
  flops: Scalars['Float']['output'];
  /** Equal for equal networks. */
  hash: Scalars['String']['output'];
  /** To keep, and to begin an experiment with: version of the format, nodes and output, as dialect network takes them. */
  json: Scalars['JSON']['output'];
  nodes: Array<ArchitectureNode>;
  output: Scalars['ID']['output'];
  params: Scalars['Float']['output'];
  /** The same network larger or smaller; nothing is created. */
  scaled: ScaledArchitecture;
  /** The network as a readable Python program. Its weights are written by cambium export. */
  source: Scalars['String']['output'];
};


export type ArchitectureScaledArgs = {
  depth?: InputMaybe<Scalars['Float']['input']>;
  resolution?: InputMaybe<Scalars['Float']['input']>;
  width?: InputMaybe<Scalars['Float']['input']>;
};


export type ArchitectureSourceArgs = {
  library: SourceLibrary;
};

/** What makes one architecture of another. Nodes are the same by their ids, or where they differ in nothing but those. */
export type ArchitectureDiff = {
  __typename?: 'ArchitectureDiff';
  added: Array<ArchitectureNode>;
  changed: Array<NodeChange>;
  from: Architecture;
  removed: Array<ArchitectureNode>;
  to: Architecture;
};

export type ArchitectureNode = {
  __typename?: 'ArchitectureNode';
  attributes: Scalars['JSON']['output'];
  block: Scalars['String']['output'];
  flops: Scalars['Float']['output'];
  group?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  inputs: Array<Scalars['ID']['output']>;
  params: Scalars['Float']['output'];
  /** Height, width, channels; or length 1 after pooling to a vector. */
  shape: Array<Scalars['Int']['output']>;
};

export type Artifact = {
  __typename?: 'Artifact';
  bytes: Scalars['Float']['output'];
  digest: Scalars['String']['output'];
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Path on this origin. */
  url: Scalars['String']['output'];
};

export type ArtifactInput = {
  bytes: Scalars['Float']['input'];
  digest: Scalars['String']['input'];
  kind: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

export type Attempt = {
  __typename?: 'Attempt';
  device?: Maybe<Scalars['String']['output']>;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  epoch: Scalars['Int']['output'];
  failure?: Maybe<TrialFailure>;
  id: Scalars['ID']['output'];
  runnerId: Scalars['ID']['output'];
  runnerName?: Maybe<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  state: Scalars['String']['output'];
};

export type Augmentation = {
  __typename?: 'Augmentation';
  /** Real training images before and after, as PNG data URLs; none for a policy that leaves images as they are. */
  examples: Array<AugmentationExample>;
  /** The parts of the training between which it changes; one where it stays as it is. */
  phases: Array<AugmentationPhase>;
  policy: Scalars['JSON']['output'];
  /** The policy in words. */
  sentence: Scalars['String']['output'];
};


export type AugmentationExamplesArgs = {
  count?: InputMaybe<Scalars['Int']['input']>;
  op?: InputMaybe<Scalars['String']['input']>;
  progress?: InputMaybe<Scalars['Float']['input']>;
  seed?: InputMaybe<Scalars['Int']['input']>;
};

export type AugmentationExample = {
  __typename?: 'AugmentationExample';
  after: Scalars['String']['output'];
  before: Scalars['String']['output'];
  label: Scalars['String']['output'];
};

export type AugmentationPhase = {
  __typename?: 'AugmentationPhase';
  /** Where it begins, as a share of the training from 0 to 1. */
  from: Scalars['Float']['output'];
  /** Most frequent first. */
  ops: Array<ExpectedOp>;
};

export type Catalog = {
  __typename?: 'Catalog';
  datasets: Array<DatasetEntry>;
  dialects: Array<DialectEntry>;
  pruners: Array<CatalogEntry>;
  searchers: Array<CatalogEntry>;
  tasks: Array<TaskEntry>;
  templates: Array<ExperimentTemplate>;
};

/** A named part: searcher, pruner, task, dialect, data set. Its form is drawn from its JSON Schema. */
export type CatalogEntry = {
  __typename?: 'CatalogEntry';
  capabilities?: Maybe<Scalars['JSON']['output']>;
  name: Scalars['String']['output'];
  /** JSON Schema (draft 2020-12) of its options or settings. */
  schema: Scalars['JSON']['output'];
  summary: Scalars['String']['output'];
};

/** What a chart's trials can be filtered by. Every part given must hold. */
export type ChartFilter = {
  kindIn?: InputMaybe<Array<TrialKind>>;
  number?: InputMaybe<FloatRange>;
  /** Whether it is on the Pareto front. */
  onFront?: InputMaybe<Scalars['Boolean']['input']>;
  stateIn?: InputMaybe<Array<TrialState>>;
};

/** A trial handed to a runner: all that it needs. */
export type Claim = {
  __typename?: 'Claim';
  attemptId: Scalars['ID']['output'];
  /** Everything else, as core's Claim. */
  body: Scalars['JSON']['output'];
  epoch: Scalars['Int']['output'];
  experimentId: Scalars['ID']['output'];
  trialId: Scalars['ID']['output'];
};

export type ClaimRefInput = {
  attemptId: Scalars['ID']['input'];
  /** The fencing token. */
  epoch: Scalars['Int']['input'];
  experimentId: Scalars['ID']['input'];
  trialId: Scalars['ID']['input'];
};

/**
 * Column-wise; rows belong together by index: one for each trial that was better than all that had ended before it, and a last
 * one for what the search has come to by now. Between two rows the first one's best lasts. Empty before the first attempt has
 * ended.
 */
export type CostHistory = {
  __typename?: 'CostHistory';
  /**
   * The value of the best trial so far: among ordinary, complete trials that break no constraint more steps come first, then
   * the value. null where there is none.
   */
  best: Array<Maybe<Scalars['Float']['output']>>;
  /** The step at which the best trial so far was to end. */
  bestSteps: Array<Maybe<Scalars['Float']['output']>>;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  /** Its number. */
  number: Array<Maybe<Scalars['Int']['output']>>;
  /**
   * Device seconds that attempts of the search's trials had taken which had ended by then, counted as deviceSeconds counts
   * them: in any mode of the searcher, also those that were lost or cancelled.
   */
  seconds: Array<Scalars['Float']['output']>;
  /** Rows of the whole, in the answer or not. */
  totalCount: Scalars['Int']['output'];
  /** Trials of the search that had been on a device and ended by then, whatever their mode and end. */
  trials: Array<Scalars['Int']['output']>;
};

export type Curve = {
  __typename?: 'Curve';
  /** The step at which it is to end; null: at the experiment's maxStep. */
  fidelity?: Maybe<Scalars['Float']['output']>;
  mode?: Maybe<Scalars['String']['output']>;
  /** The trial's first objective; null before it ends with one. */
  objective?: Maybe<Scalars['Float']['output']>;
  state: TrialState;
  step: Array<Scalars['Float']['output']>;
  trialNumber: Scalars['Int']['output'];
  value: Array<Maybe<Scalars['Float']['output']>>;
};

export type CurveSet = {
  __typename?: 'CurveSet';
  curves: Array<Curve>;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  metric: Scalars['String']['output'];
  totalCount: Scalars['Int']['output'];
};

export type DatasetEntry = {
  __typename?: 'DatasetEntry';
  licence: Scalars['String']['output'];
  name: Scalars['String']['output'];
  schema: Scalars['JSON']['output'];
  summary: Scalars['String']['output'];
};

export type Decision =
  | 'cancel'
  | 'continue'
  | 'stop';

export type Design = {
  __typename?: 'Design';
  architecture?: Maybe<Architecture>;
  augmentation?: Maybe<Augmentation>;
  hp?: Maybe<Scalars['JSON']['output']>;
  training?: Maybe<Scalars['JSON']['output']>;
  /** What the procedure says, in words; null where it leaves all to the task. */
  trainingSentence?: Maybe<Scalars['String']['output']>;
};

export type DialectEntry = {
  __typename?: 'DialectEntry';
  branch: Scalars['String']['output'];
  name: Scalars['String']['output'];
  schema: Scalars['JSON']['output'];
  summary: Scalars['String']['output'];
};

export type ExpectedOp = {
  __typename?: 'ExpectedOp';
  /** What it does at its mean magnitude, in words. */
  does: Scalars['String']['output'];
  /** Mean, in 0 to 1 of the op's own range. */
  magnitude: Scalars['Float']['output'];
  op: Scalars['String']['output'];
  /** Expected applications per image. */
  rate: Scalars['Float']['output'];
};

/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type Experiment = {
  __typename?: 'Experiment';
  /**
   * Where an augmentation policy is searched: the first and the best design with published policies in place of their own. The
   * policy is the param aug.policy.
   */
  baselines: Array<Trial>;
  /**
   * The best trial so far: ordinary, complete, breaking no constraint. With several objectives: of the Pareto front the one
   * that is best by the first objective, of equals by the second, and so on.
   */
  bestTrial?: Maybe<Trial>;
  /**
   * The best value of the first objective so far by the device time that the search had taken: what compares searches at
   * equal cost. At most maxPoints of totalCount rows, the last among them.
   */
  costHistory: CostHistory;
  /** Trials of the search. */
  counts: TrialCounts;
  createdAt: Scalars['DateTime']['output'];
  /**
   * Curves of one reported metric, the best trials first, at most maxTrials of totalCount that match; those in keep are
   * among them, and those of all baselines that match. Unfinished trials of the numbers and kinds asked for always come too,
   * whatever their state: they may yet match.
   */
  curves: CurveSet;
  description?: Maybe<Scalars['String']['output']>;
  /** Seconds that attempts of the search's trials took which have ended. */
  deviceSeconds: Scalars['Float']['output'];
  /** Milliseconds until the search is over at the present pace; null while unknown or not running. */
  etaMs?: Maybe<Scalars['Float']['output']>;
  failure?: Maybe<Scalars['String']['output']>;
  /** Retrained winners, tested once on the test split. */
  finalTrials: Array<Trial>;
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Values of the first objective by trial number, and the best so far. At most maxPoints, of totalCount that match; those
   * in keep are among them. The best so far is that of all trials, whatever the filter.
   */
  history: OptimizationHistory;
  id: Scalars['ID']['output'];
  /**
   * What told the best trials of the first objective from all of them (PED-ANOVA, Watanabe et al. 2023); null for less than 20
   * complete trials of all steps, or equal ones.
   */
  importances?: Maybe<Importances>;
  lastSeq: Scalars['Int']['output'];
  /** Once attempts have taken so many, no trial starts; null: no limit. */
  maxDeviceSeconds?: Maybe<Scalars['Float']['output']>;
  maxParallel: Scalars['Int']['output'];
  /** The last step a trial reports when nobody stops it. */
  maxStep: Scalars['Int']['output'];
  /** Budget, extensions included. */
  maxTrials: Scalars['Int']['output'];
  /** Metrics that the task measures. */
  metrics: Array<Metric>;
  name: Scalars['String']['output'];
  /**
   * Values of all objectives by trial, and the Pareto front. At most maxPoints of totalCount that match; the members of the
   * front and those in keep are among them. The front is all of it, whatever the filter.
   */
  objectiveValues: ObjectiveValues;
  objectives: Array<Objective>;
  /** Where its specification comes from; null: it was written for it. */
  origin?: Maybe<ExperimentOrigin>;
  /** Flat parameters of the space, for columns and forms. */
  parameters: Array<Parameter>;
  /**
   * The Pareto front, best by the first objective first: ordinary, complete trials that break no constraint and that no other
   * is at least as good as in every objective; of equals the first that ended. Values of fewer steps are no match for those of
   * more. With one objective it is the best trial alone. After a re-evaluation only leaders that it confirmed are on it.
   */
  paretoFront: TrialConnection;
  phase: ExperimentPhase;
  /** The trial whose model the team has chosen. */
  promotion?: Maybe<Promotion>;
  prunerName?: Maybe<Scalars['String']['output']>;
  searcherName: Scalars['String']['output'];
  /**
   * How networks that the search judged by shared weights fared when they were trained from scratch; null where its searcher
   * judges none.
   */
  sharedWeights?: Maybe<SharedWeights>;
  /** The whole specification, as created. */
  spec: Scalars['JSON']['output'];
  /** The specification as YAML, ready to run again. */
  specYaml: Scalars['String']['output'];
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  state: ExperimentState;
  taskName: Scalars['String']['output'];
  /** Trials of any kind: numbered 0, 1, 2 … without a gap. */
  trialCount: Scalars['Int']['output'];
  trials: TrialConnection;
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentCostHistoryArgs = {
  maxPoints?: InputMaybe<Scalars['Int']['input']>;
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentCurvesArgs = {
  filter?: InputMaybe<ChartFilter>;
  keep?: InputMaybe<Array<Scalars['Int']['input']>>;
  maxTrials?: InputMaybe<Scalars['Int']['input']>;
  metric: Scalars['String']['input'];
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentHistoryArgs = {
  filter?: InputMaybe<ChartFilter>;
  keep?: InputMaybe<Array<Scalars['Int']['input']>>;
  maxPoints?: InputMaybe<Scalars['Int']['input']>;
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentObjectiveValuesArgs = {
  filter?: InputMaybe<ChartFilter>;
  keep?: InputMaybe<Array<Scalars['Int']['input']>>;
  maxPoints?: InputMaybe<Scalars['Int']['input']>;
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentParetoFrontArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation. */
export type ExperimentTrialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TrialFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<TrialSort>;
};

export type ExperimentConnection = {
  __typename?: 'ExperimentConnection';
  edges: Array<ExperimentEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ExperimentEdge = {
  __typename?: 'ExperimentEdge';
  cursor: Scalars['String']['output'];
  node: Experiment;
};

/** One append-only row per change, numbered 1, 2, 3 … within its experiment. */
export type ExperimentEvent = {
  __typename?: 'ExperimentEvent';
  at: Scalars['DateTime']['output'];
  payload: Scalars['JSON']['output'];
  seq: Scalars['Int']['output'];
  trialNumber?: Maybe<Scalars['Int']['output']>;
  type: Scalars['String']['output'];
};

/** What changed since afterSeq. Bursts come as one message. */
export type ExperimentEventBatch = {
  __typename?: 'ExperimentEventBatch';
  events: Array<ExperimentEvent>;
  /** The experiment as it is now. */
  experiment: Experiment;
  lastSeq: Scalars['Int']['output'];
  /** The trials that these events touch, as they are now. */
  trials: Array<Trial>;
};

export type ExperimentFilter = {
  and?: InputMaybe<Array<ExperimentFilter>>;
  /** Ids that no experiment of the workspace has are in vain. */
  idIn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Case-insensitive, anywhere in the name. */
  nameContains?: InputMaybe<Scalars['String']['input']>;
  /** Those whose first objective is this one. */
  objective?: InputMaybe<ObjectiveFilter>;
  or?: InputMaybe<Array<ExperimentFilter>>;
  /** Whether a trial of it is promoted. */
  promoted?: InputMaybe<Scalars['Boolean']['input']>;
  searcherIn?: InputMaybe<Array<Scalars['String']['input']>>;
  stateIn?: InputMaybe<Array<ExperimentState>>;
};

export type ExperimentOrigin = {
  __typename?: 'ExperimentOrigin';
  /** Of the experiment that it was cloned from, or whose trial it trains again. */
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Number of the trial whose one design it trains again; null: a clone, which searches all over. */
  trialNumber?: Maybe<Scalars['Int']['output']>;
};

export type ExperimentPayload = {
  __typename?: 'ExperimentPayload';
  errors: Array<InputIssue>;
  experiment?: Maybe<Experiment>;
};

/** search: asking the searcher. final: retraining the winners. */
export type ExperimentPhase =
  | 'final'
  | 'search';

export type ExperimentSort = {
  field: ExperimentSortField;
  order: SortOrder;
};

export type ExperimentSortField =
  | 'createdAt'
  | 'name';

export type ExperimentState =
  | 'complete'
  | 'created'
  | 'failed'
  | 'paused'
  | 'running'
  | 'stopped';

/** A specification to start from. */
export type ExperimentTemplate = {
  __typename?: 'ExperimentTemplate';
  name: Scalars['String']['output'];
  spec: Scalars['JSON']['output'];
  summary: Scalars['String']['output'];
  title: Scalars['String']['output'];
  yaml: Scalars['String']['output'];
};

export type ExperimentValidation = {
  __typename?: 'ExperimentValidation';
  /** Empty when createExperiment would accept it. */
  errors: Array<InputIssue>;
  /** What the task measures with these settings; none where they can't be read. */
  metrics: Array<Metric>;
  /** Of the space that would be searched, whatever else is wrong; none where no space can be read. */
  parameters: Array<Parameter>;
  /** The specification with every default filled in; null when there are errors. */
  spec?: Maybe<Scalars['JSON']['output']>;
  specYaml?: Maybe<Scalars['String']['output']>;
  /** Searchers and pruners that can't do what is asked: what this check would have against each, were it chosen. */
  unfit: Array<UnfitMethod>;
};

export type FloatRange = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
};

/** The members of the Pareto front, by number. */
export type FrontValues = {
  __typename?: 'FrontValues';
  number: Array<Scalars['Int']['output']>;
  /** One column per objective; after a re-evaluation the means of the repetitions. */
  values: Array<Array<Scalars['Float']['output']>>;
};

export type Importance = {
  __typename?: 'Importance';
  /** False: what has nothing to do with the values would often look as important. */
  clear: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  /** In parts of the list's sum, from 0 to 1. */
  share: Scalars['Float']['output'];
};

/** Each list with the most important first. */
export type Importances = {
  __typename?: 'Importances';
  /** The sums of their params. */
  branches: Array<Importance>;
  /** Of augmentation: how often and how strongly each is applied; empty without policies. */
  ops: Array<Importance>;
  params: Array<Importance>;
  /** Trials that say so: the newest 2,000 at most. */
  trials: Scalars['Int']['output'];
};

/** An expected failure: where in the input, what is wrong and what would be right. */
export type InputIssue = {
  __typename?: 'InputIssue';
  /** Stable, machine-readable. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  /** Keys and list indices, e.g. ["space", "hp", "lr", "low"]. */
  path: Array<Scalars['String']['output']>;
};

export type LineageStep = {
  __typename?: 'LineageStep';
  /** Names of the params in which it differs from the one before it in the list; empty of the first. */
  changed: Array<Scalars['String']['output']>;
  trial: Trial;
};

export type Metric = {
  __typename?: 'Metric';
  description: Scalars['String']['output'];
  direction: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Not one number but one for each value of each choice of the space: name.parameter.value. */
  perChoice: Scalars['Boolean']['output'];
  unit: Scalars['String']['output'];
  /** Known of an untrained network: what designs can be screened and filtered by. */
  untrained: Scalars['Boolean']['output'];
  /**
   * static: known before training; report: at every step; final: of retrained winners; supernet: at every step of trials that
   * train or use shared weights; held-out: of trials that judge augmentation policies by images held out of a fold's training;
   * relaxed-policy: at every step of trials that learn a policy.
   */
  when: Scalars['String']['output'];
};

export type MetricFilter = {
  name: Scalars['String']['input'];
  range: FloatRange;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Waits up to waitMs for work, of one experiment when that is named. Runner token only. */
  claimTrials: Array<Claim>;
  /** A new experiment with the same specification, changed by the given fields. */
  cloneExperiment: ExperimentPayload;
  /**
   * With an id, a UUID of the caller's choice, the same request can be sent again when its answer was lost: it makes no
   * second experiment and answers the one that was made.
   */
  createExperiment: ExperimentPayload;
  /** A token for a runner; shown once. */
  createRunnerToken: NewRunnerToken;
  /** Takes the mark back. */
  demoteTrial: ExperimentPayload;
  /** Raises the budget by so many trials; a complete or stopped experiment runs again. */
  extendExperiment: ExperimentPayload;
  /** False when the claim is stale. */
  finishTrial: Scalars['Boolean']['output'];
  /** Extends the leases; one decision per claim, in order. */
  heartbeatTrials: Array<Decision>;
  /** No new trial starts; running ones finish. */
  pauseExperiment: ExperimentPayload;
  /** Marks the trial's model as the one that the team has chosen, in place of any other of the experiment. */
  promoteTrial: ExperimentPayload;
  /** One decision per report, in order. A stale claim is answered cancel and its report recorded as late. */
  reportTrials: Array<Decision>;
  resumeExperiment: ExperimentPayload;
  /**
   * A new experiment that trains the design of one trial again and tests it: for so many steps, on all the data where the
   * search used a part, its network wider, deeper or of higher resolution by these factors.
   */
  retrainTrial: ExperimentPayload;
  /** Ends a token: runners that use it are refused at once. False when the workspace has none of this id. */
  revokeRunnerToken: Scalars['Boolean']['output'];
  signOut: Scalars['Boolean']['output'];
  startExperiment: ExperimentPayload;
  /** Waiting and running trials are cancelled. */
  stopExperiment: ExperimentPayload;
};


export type MutationClaimTrialsArgs = {
  count: Scalars['Int']['input'];
  experimentId?: InputMaybe<Scalars['ID']['input']>;
  runner: RunnerInput;
  waitMs?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationCloneExperimentArgs = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  seed?: InputMaybe<Scalars['Int']['input']>;
  start?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateExperimentArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  spec: Scalars['JSON']['input'];
  start?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCreateRunnerTokenArgs = {
  name: Scalars['String']['input'];
};


export type MutationDemoteTrialArgs = {
  id: Scalars['ID']['input'];
};


export type MutationExtendExperimentArgs = {
  id: Scalars['ID']['input'];
  trials: Scalars['Int']['input'];
};


export type MutationFinishTrialArgs = {
  claim: ClaimRefInput;
  outcome: TrialOutcomeInput;
};


export type MutationHeartbeatTrialsArgs = {
  claims: Array<ClaimRefInput>;
};


export type MutationPauseExperimentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPromoteTrialArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReportTrialsArgs = {
  reports: Array<TrialReportInput>;
};


export type MutationResumeExperimentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRetrainTrialArgs = {
  allData?: InputMaybe<Scalars['Boolean']['input']>;
  depth?: InputMaybe<Scalars['Float']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  resolution?: InputMaybe<Scalars['Float']['input']>;
  start?: InputMaybe<Scalars['Boolean']['input']>;
  steps?: InputMaybe<Scalars['Int']['input']>;
  width?: InputMaybe<Scalars['Float']['input']>;
};


export type MutationRevokeRunnerTokenArgs = {
  id: Scalars['ID']['input'];
};


export type MutationStartExperimentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationStopExperimentArgs = {
  id: Scalars['ID']['input'];
};

export type NewRunnerToken = {
  __typename?: 'NewRunnerToken';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** The secret. */
  token: Scalars['String']['output'];
};

/** A node that is in both architectures and not the same in them. */
export type NodeChange = {
  __typename?: 'NodeChange';
  /** Ids of the inputs that only to has. */
  addedInputs: Array<Scalars['ID']['output']>;
  from: ArchitectureNode;
  /**
   * Ids of the inputs that only from has. Empty, as addedInputs is, where both take the same nodes; all inputs where they differ
   * in their order alone.
   */
  removedInputs: Array<Scalars['ID']['output']>;
  to: ArchitectureNode;
  /** Attributes that differ, the block itself among them. Those that are equal, also by default, are left out. */
  values: Array<ValueChange>;
};

export type Objective = {
  __typename?: 'Objective';
  direction: Scalars['String']['output'];
  /** How it is computed from other metrics; null where it is measured. */
  formula?: Maybe<Scalars['String']['output']>;
  metric: Scalars['String']['output'];
};

export type ObjectiveFilter = {
  /** minimize or maximize. */
  direction: Scalars['String']['input'];
  metric: Scalars['String']['input'];
};

export type ObjectiveValues = {
  __typename?: 'ObjectiveValues';
  /** Whether it can be on the front: an ordinary trial that is complete and breaks no constraint. */
  candidate: Array<Scalars['Boolean']['output']>;
  front: FrontValues;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  number: Array<Scalars['Int']['output']>;
  state: Array<Scalars['String']['output']>;
  /** The step at which each was to end. */
  steps: Array<Scalars['Float']['output']>;
  totalCount: Scalars['Int']['output'];
  /** One column per objective. */
  values: Array<Array<Scalars['Float']['output']>>;
};

/** Column-wise chart data; rows belong together by index. */
export type OptimizationHistory = {
  __typename?: 'OptimizationHistory';
  /**
   * The value of the best trial so far, as the experiment chooses it: among ordinary, complete trials that break no
   * constraint more steps come first, then the value. null before the first.
   */
  best: Array<Maybe<Scalars['Float']['output']>>;
  /** The step at which the best trial so far was to end. */
  bestSteps: Array<Maybe<Scalars['Float']['output']>>;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  number: Array<Scalars['Int']['output']>;
  state: Array<Scalars['String']['output']>;
  /** The step at which each was to end. */
  steps: Array<Scalars['Float']['output']>;
  totalCount: Scalars['Int']['output'];
  value: Array<Scalars['Float']['output']>;
};

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

export type ParamFilter = {
  /** Any of these, for choices. */
  in?: InputMaybe<Array<Scalars['JSON']['input']>>;
  name: Scalars['String']['input'];
  /** For numbers. */
  range?: InputMaybe<FloatRange>;
};

export type Parameter = {
  __typename?: 'Parameter';
  branch: Scalars['String']['output'];
  conditions: Scalars['JSON']['output'];
  /** float, int, categorical or ordinal with its range or choices. */
  domain: Scalars['JSON']['output'];
  name: Scalars['String']['output'];
};

export type Promotion = {
  __typename?: 'Promotion';
  at: Scalars['DateTime']['output'];
  /** Name of who chose it. */
  by: Scalars['String']['output'];
  /** The test result of a retrained winner, the first objective of any other trial; null where it has none. */
  score?: Maybe<Score>;
  trial: Trial;
};

export type Query = {
  __typename?: 'Query';
  catalog: Catalog;
  experiment?: Maybe<Experiment>;
  experiments: ExperimentConnection;
  /** Tokens that people of the workspace made, newest first. */
  runnerTokens: Array<RunnerToken>;
  /** Those that asked for work within the last day or are at work now: the 500 that were heard of last. */
  runners: Array<Runner>;
  /** What this server can do and is doing. */
  server: ServerInfo;
  trial?: Maybe<Trial>;
  trialByNumber?: Maybe<Trial>;
  /** Checks a specification without creating anything. */
  validateExperiment: ExperimentValidation;
  viewer: Viewer;
};


export type QueryExperimentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryExperimentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ExperimentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ExperimentSort>;
};


export type QueryTrialArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTrialByNumberArgs = {
  experimentId: Scalars['ID']['input'];
  number: Scalars['Int']['input'];
};


export type QueryValidateExperimentArgs = {
  spec: Scalars['JSON']['input'];
};

/**
 * How alike two scores rank the same networks: Kendall's τ-b, from -1 to 1, with the ends of its 95 % interval (percentiles of
 * a bootstrap over networks).
 */
export type RankCorrelation = {
  __typename?: 'RankCorrelation';
  high: Scalars['Float']['output'];
  low: Scalars['Float']['output'];
  networks: Scalars['Int']['output'];
  /** False: they are too few for an interval to rely on. */
  reliable: Scalars['Boolean']['output'];
  tau: Scalars['Float']['output'];
};

export type Report = {
  __typename?: 'Report';
  at: Scalars['DateTime']['output'];
  metrics: Scalars['JSON']['output'];
  step: Scalars['Int']['output'];
};

export type ReportEntryInput = {
  metrics: Scalars['JSON']['input'];
  step: Scalars['Int']['input'];
};

export type Runner = {
  __typename?: 'Runner';
  /** Heard of within the last lease. */
  alive: Scalars['Boolean']['output'];
  busy: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  lastSeenAt: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  slots: Array<RunnerSlot>;
};

export type RunnerInput = {
  /** Chosen by the runner at its start: a UUID. */
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  slots: Array<RunnerSlotInput>;
};

export type RunnerSlot = {
  __typename?: 'RunnerSlot';
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
};

export type RunnerSlotInput = {
  kind: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

export type RunnerToken = {
  __typename?: 'RunnerToken';
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** To the minute; null: never yet. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
};

export type ScaledArchitecture = {
  __typename?: 'ScaledArchitecture';
  /** null when there are errors. */
  architecture?: Maybe<Architecture>;
  errors: Array<InputIssue>;
};

export type Score = {
  __typename?: 'Score';
  metric: Scalars['String']['output'];
  value: Scalars['Float']['output'];
};

export type ServerInfo = {
  __typename?: 'ServerInfo';
  /** embedded or server. */
  database: Scalars['String']['output'];
  version: Scalars['String']['output'];
};

/** The two scores of each network that has both, by the first objective. Columns are by trial number. */
export type SharedWeights = {
  __typename?: 'SharedWeights';
  /** The trials that judged them by shared weights: for each the newest before it was trained. */
  judgedBy: Array<Scalars['Int']['output']>;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  /** The trials that trained them from scratch. */
  number: Array<Scalars['Int']['output']>;
  /** null while there are fewer than three networks, or all of them have the same score. */
  rankCorrelation?: Maybe<RankCorrelation>;
  shared: Array<Scalars['Float']['output']>;
  standalone: Array<Scalars['Float']['output']>;
};

export type SortOrder =
  | 'ASC'
  | 'DESC';

export type SourceLibrary =
  | 'keras'
  | 'pytorch';

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * An experiment of the list was created or changed. null comes first, once it listens: a list that is read after that
   * misses nothing.
   */
  experimentChanged?: Maybe<Experiment>;
  /** Replays what happened after afterSeq, then follows. */
  experimentEvents: ExperimentEventBatch;
  /** All runners of the workspace: at once, then whenever one connects, goes away, or takes or ends a trial. */
  runnersChanged: Array<Runner>;
};


export type SubscriptionExperimentEventsArgs = {
  afterSeq?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};

export type TaskEntry = {
  __typename?: 'TaskEntry';
  branches: Array<Scalars['String']['output']>;
  /** Names that the hp branch may use, with their meaning; null: any, or a matter of its settings. */
  hyperparameters?: Maybe<Scalars['JSON']['output']>;
  metrics: Array<Metric>;
  name: Scalars['String']['output'];
  /** Whether it has a space of its own, which is searched when the specification gives none. */
  ownSpace: Scalars['Boolean']['output'];
  retrainsFinal: Scalars['Boolean']['output'];
  schema: Scalars['JSON']['output'];
  summary: Scalars['String']['output'];
};

/** One evaluation of params. */
export type Trial = {
  __typename?: 'Trial';
  /**
   * What makes this trial's architecture of that of another trial of the experiment, given by its number; null where one of
   * them has none.
   */
  architectureDiff?: Maybe<ArchitectureDiff>;
  artifacts: Array<Artifact>;
  attempts: Array<Attempt>;
  /** Numbers of the trials whose params it took over, in part or changed; the one that it owes most first. */
  builtOn: Array<Scalars['Int']['output']>;
  createdAt: Scalars['DateTime']['output'];
  /** What the params mean. Of a supernet, or a fold that policies are judged by, nothing. */
  design: Design;
  durationMs?: Maybe<Scalars['Float']['output']>;
  /** The step at which it ends when nobody stops it; null: not known before, as of a retrained winner. */
  endStep?: Maybe<Scalars['Float']['output']>;
  experimentId: Scalars['ID']['output'];
  failure?: Maybe<TrialFailure>;
  /** The step at which it is to end; null: at the experiment's maxStep. */
  fidelity?: Maybe<Scalars['Float']['output']>;
  finishedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  lastStep: Scalars['Int']['output'];
  /**
   * The trials that it comes from, each built on the one before it: oldest first, itself last, at most the newest 100. Just
   * itself when it is built on none.
   */
  lineage: Array<LineageStep>;
  /** The end of the newest attempt's log. */
  log: Scalars['String']['output'];
  /** Newest report, or final metrics. Static ones included. */
  metrics: Scalars['JSON']['output'];
  /**
   * null for an ordinary trial; final for a retrained winner, repeat for one of the best evaluated again, known for a result
   * of an earlier experiment, baseline for a design with a published augmentation policy in place of its own; else a mode of the searcher's own.
   */
  mode?: Maybe<Scalars['String']['output']>;
  number: Scalars['Int']['output'];
  /** Whether it is on the experiment's Pareto front. */
  onFront: Scalars['Boolean']['output'];
  /** Empty of a supernet and of a fold that policies are judged by: they stand for no design of their own. */
  params: Scalars['JSON']['output'];
  /** Number of the trial that it comes from: the one it goes on from, or (final, repeat) the one it is the same as. */
  parent?: Maybe<Scalars['Int']['output']>;
  /** Why promoteTrial refuses this trial as it is now, the end of a sentence; null where it does not. */
  promotionRefusal?: Maybe<Scalars['String']['output']>;
  /** The newest of all attempts, by attempt and step: at most last, which is 1 to 10000. */
  reports: Array<Report>;
  /** The parent's step after which it goes on; null: it begins at the first step. */
  resumeStep?: Maybe<Scalars['Float']['output']>;
  /** Why retrainTrial refuses this trial, the end of a sentence; null where it does not. */
  retrainingRefusal?: Maybe<Scalars['String']['output']>;
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  state: TrialState;
  /** One per objective; null until measured. */
  values?: Maybe<Array<Scalars['Float']['output']>>;
  /** Σ of the amounts by which constraints are broken. */
  violation?: Maybe<Scalars['Float']['output']>;
  /** Why the searcher proposed it. */
  why?: Maybe<Scalars['JSON']['output']>;
};


/** One evaluation of params. */
export type TrialArchitectureDiffArgs = {
  from: Scalars['Int']['input'];
};


/** One evaluation of params. */
export type TrialLogArgs = {
  lines?: InputMaybe<Scalars['Int']['input']>;
};


/** One evaluation of params. */
export type TrialReportsArgs = {
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type TrialConnection = {
  __typename?: 'TrialConnection';
  edges: Array<TrialEdge>;
  /** What happened up to this event is in it: follow experimentEvents from here. */
  lastSeq: Scalars['Int']['output'];
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TrialCounts = {
  __typename?: 'TrialCounts';
  cancelled: Scalars['Int']['output'];
  complete: Scalars['Int']['output'];
  failed: Scalars['Int']['output'];
  infeasible: Scalars['Int']['output'];
  pruned: Scalars['Int']['output'];
  running: Scalars['Int']['output'];
  waiting: Scalars['Int']['output'];
};

export type TrialEdge = {
  __typename?: 'TrialEdge';
  cursor: Scalars['String']['output'];
  node: Trial;
};

export type TrialFailure = {
  __typename?: 'TrialFailure';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  stderr?: Maybe<Scalars['String']['output']>;
};

export type TrialFailureInput = {
  code: Scalars['String']['input'];
  message: Scalars['String']['input'];
  stderr?: InputMaybe<Scalars['String']['input']>;
};

export type TrialFilter = {
  and?: InputMaybe<Array<TrialFilter>>;
  kindIn?: InputMaybe<Array<TrialKind>>;
  metric?: InputMaybe<MetricFilter>;
  number?: InputMaybe<FloatRange>;
  /** Whether it is on the Pareto front. */
  onFront?: InputMaybe<Scalars['Boolean']['input']>;
  or?: InputMaybe<Array<TrialFilter>>;
  param?: InputMaybe<ParamFilter>;
  /** Number of the trial that it comes from. */
  parent?: InputMaybe<FloatRange>;
  stateIn?: InputMaybe<Array<TrialState>>;
  /** First objective. */
  value?: InputMaybe<FloatRange>;
};

/** search: suggested by the searcher. The others are modes of the experiment's own: see Trial.mode. */
export type TrialKind =
  | 'baseline'
  | 'final'
  | 'known'
  | 'repeat'
  | 'search';

export type TrialOutcomeInput = {
  artifacts?: InputMaybe<Array<ArtifactInput>>;
  failure?: InputMaybe<TrialFailureInput>;
  /** complete, stopped, cancelled, failed or handed-back. */
  kind: Scalars['String']['input'];
  metrics?: InputMaybe<Scalars['JSON']['input']>;
  retry?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TrialReportInput = {
  claim: ClaimRefInput;
  entries: Array<ReportEntryInput>;
};

export type TrialSort = {
  field: TrialSortField;
  /** Name of the metric or parameter. */
  key?: InputMaybe<Scalars['String']['input']>;
  order: SortOrder;
};

export type TrialSortField =
  | 'duration'
  /** Needs key. */
  | 'metric'
  | 'number'
  /** Needs key. */
  | 'param'
  | 'state'
  /** First objective; trials without one last. */
  | 'value';

export type TrialState =
  | 'cancelled'
  | 'complete'
  | 'failed'
  | 'infeasible'
  | 'pruned'
  | 'running'
  | 'waiting';

export type UnfitMethod = {
  __typename?: 'UnfitMethod';
  message: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** searcher or pruner. */
  part: Scalars['String']['output'];
};

export type ValueChange = {
  __typename?: 'ValueChange';
  /** null: not there. */
  from?: Maybe<Scalars['JSON']['output']>;
  name: Scalars['String']['output'];
  to?: Maybe<Scalars['JSON']['output']>;
};

export type Viewer = {
  __typename?: 'Viewer';
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  role: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Architecture: ResolverTypeWrapper<ArchitectureModel>;
  ArchitectureDiff: ResolverTypeWrapper<Omit<ArchitectureDiff, 'from' | 'to'> & { from: ResolversTypes['Architecture'], to: ResolversTypes['Architecture'] }>;
  ArchitectureNode: ResolverTypeWrapper<ArchitectureNode>;
  Artifact: ResolverTypeWrapper<ArtifactLink>;
  ArtifactInput: ArtifactInput;
  Attempt: ResolverTypeWrapper<AttemptModel>;
  Augmentation: ResolverTypeWrapper<AugmentationModel>;
  AugmentationExample: ResolverTypeWrapper<AugmentationExample>;
  AugmentationPhase: ResolverTypeWrapper<AugmentationPhase>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Catalog: ResolverTypeWrapper<Omit<Catalog, 'tasks'> & { tasks: Array<ResolversTypes['TaskEntry']> }>;
  CatalogEntry: ResolverTypeWrapper<CatalogEntry>;
  ChartFilter: ChartFilter;
  Claim: ResolverTypeWrapper<Claim>;
  ClaimRefInput: ClaimRefInput;
  CostHistory: ResolverTypeWrapper<CostHistory>;
  Curve: ResolverTypeWrapper<Curve>;
  CurveSet: ResolverTypeWrapper<CurveSet>;
  DatasetEntry: ResolverTypeWrapper<DatasetEntry>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decision: Decision;
  Design: ResolverTypeWrapper<DesignModel>;
  DialectEntry: ResolverTypeWrapper<DialectEntry>;
  ExpectedOp: ResolverTypeWrapper<ExpectedOp>;
  Experiment: ResolverTypeWrapper<ExperimentModel>;
  ExperimentConnection: ResolverTypeWrapper<ExperimentPage>;
  ExperimentEdge: ResolverTypeWrapper<Omit<ExperimentEdge, 'node'> & { node: ResolversTypes['Experiment'] }>;
  ExperimentEvent: ResolverTypeWrapper<ExperimentEventModel>;
  ExperimentEventBatch: ResolverTypeWrapper<Omit<ExperimentEventBatch, 'events' | 'experiment' | 'trials'> & { events: Array<ResolversTypes['ExperimentEvent']>, experiment: ResolversTypes['Experiment'], trials: Array<ResolversTypes['Trial']> }>;
  ExperimentFilter: ExperimentFilter;
  ExperimentOrigin: ResolverTypeWrapper<ExperimentOrigin>;
  ExperimentPayload: ResolverTypeWrapper<Omit<ExperimentPayload, 'experiment'> & { experiment?: Maybe<ResolversTypes['Experiment']> }>;
  ExperimentPhase: ExperimentPhase;
  ExperimentSort: ExperimentSort;
  ExperimentSortField: ExperimentSortField;
  ExperimentState: ExperimentState;
  ExperimentTemplate: ResolverTypeWrapper<ExperimentTemplate>;
  ExperimentValidation: ResolverTypeWrapper<Omit<ExperimentValidation, 'metrics' | 'parameters'> & { metrics: Array<ResolversTypes['Metric']>, parameters: Array<ResolversTypes['Parameter']> }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  FloatRange: FloatRange;
  FrontValues: ResolverTypeWrapper<FrontValues>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Importance: ResolverTypeWrapper<Importance>;
  Importances: ResolverTypeWrapper<Importances>;
  InputIssue: ResolverTypeWrapper<InputIssue>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LineageStep: ResolverTypeWrapper<Omit<LineageStep, 'trial'> & { trial: ResolversTypes['Trial'] }>;
  Metric: ResolverTypeWrapper<MetricDescriptor>;
  MetricFilter: MetricFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewRunnerToken: ResolverTypeWrapper<NewRunnerToken>;
  NodeChange: ResolverTypeWrapper<NodeChange>;
  Objective: ResolverTypeWrapper<Objective>;
  ObjectiveFilter: ObjectiveFilter;
  ObjectiveValues: ResolverTypeWrapper<ObjectiveValues>;
  OptimizationHistory: ResolverTypeWrapper<OptimizationHistory>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParamFilter: ParamFilter;
  Parameter: ResolverTypeWrapper<ParameterModel>;
  Promotion: ResolverTypeWrapper<Omit<Promotion, 'trial'> & { trial: ResolversTypes['Trial'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RankCorrelation: ResolverTypeWrapper<RankCorrelation>;
  Report: ResolverTypeWrapper<ReportModel>;
  ReportEntryInput: ReportEntryInput;
  Runner: ResolverTypeWrapper<RunnerStatus>;
  RunnerInput: RunnerInput;
  RunnerSlot: ResolverTypeWrapper<RunnerSlot>;
  RunnerSlotInput: RunnerSlotInput;
  RunnerToken: ResolverTypeWrapper<RunnerToken>;
  ScaledArchitecture: ResolverTypeWrapper<Omit<ScaledArchitecture, 'architecture'> & { architecture?: Maybe<ResolversTypes['Architecture']> }>;
  Score: ResolverTypeWrapper<Score>;
  ServerInfo: ResolverTypeWrapper<ServerInfo>;
  SharedWeights: ResolverTypeWrapper<ExperimentModel>;
  SortOrder: SortOrder;
  SourceLibrary: SourceLibrary;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaskEntry: ResolverTypeWrapper<Omit<TaskEntry, 'metrics'> & { metrics: Array<ResolversTypes['Metric']> }>;
  Trial: ResolverTypeWrapper<TrialModel>;
  TrialConnection: ResolverTypeWrapper<TrialPage>;
  TrialCounts: ResolverTypeWrapper<TrialCounts>;
  TrialEdge: ResolverTypeWrapper<Omit<TrialEdge, 'node'> & { node: ResolversTypes['Trial'] }>;
  TrialFailure: ResolverTypeWrapper<TrialFailure>;
  TrialFailureInput: TrialFailureInput;
  TrialFilter: TrialFilter;
  TrialKind: TrialKind;
  TrialOutcomeInput: TrialOutcomeInput;
  TrialReportInput: TrialReportInput;
  TrialSort: TrialSort;
  TrialSortField: TrialSortField;
  TrialState: TrialState;
  UnfitMethod: ResolverTypeWrapper<UnfitMethod>;
  ValueChange: ResolverTypeWrapper<ValueChange>;
  Viewer: ResolverTypeWrapper<Viewer>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Architecture: ArchitectureModel;
  ArchitectureDiff: Omit<ArchitectureDiff, 'from' | 'to'> & { from: ResolversParentTypes['Architecture'], to: ResolversParentTypes['Architecture'] };
  ArchitectureNode: ArchitectureNode;
  Artifact: ArtifactLink;
  ArtifactInput: ArtifactInput;
  Attempt: AttemptModel;
  Augmentation: AugmentationModel;
  AugmentationExample: AugmentationExample;
  AugmentationPhase: AugmentationPhase;
  Boolean: Scalars['Boolean']['output'];
  Catalog: Omit<Catalog, 'tasks'> & { tasks: Array<ResolversParentTypes['TaskEntry']> };
  CatalogEntry: CatalogEntry;
  ChartFilter: ChartFilter;
  Claim: Claim;
  ClaimRefInput: ClaimRefInput;
  CostHistory: CostHistory;
  Curve: Curve;
  CurveSet: CurveSet;
  DatasetEntry: DatasetEntry;
  DateTime: Scalars['DateTime']['output'];
  Design: DesignModel;
  DialectEntry: DialectEntry;
  ExpectedOp: ExpectedOp;
  Experiment: ExperimentModel;
  ExperimentConnection: ExperimentPage;
  ExperimentEdge: Omit<ExperimentEdge, 'node'> & { node: ResolversParentTypes['Experiment'] };
  ExperimentEvent: ExperimentEventModel;
  ExperimentEventBatch: Omit<ExperimentEventBatch, 'events' | 'experiment' | 'trials'> & { events: Array<ResolversParentTypes['ExperimentEvent']>, experiment: ResolversParentTypes['Experiment'], trials: Array<ResolversParentTypes['Trial']> };
  ExperimentFilter: ExperimentFilter;
  ExperimentOrigin: ExperimentOrigin;
  ExperimentPayload: Omit<ExperimentPayload, 'experiment'> & { experiment?: Maybe<ResolversParentTypes['Experiment']> };
  ExperimentSort: ExperimentSort;
  ExperimentTemplate: ExperimentTemplate;
  ExperimentValidation: Omit<ExperimentValidation, 'metrics' | 'parameters'> & { metrics: Array<ResolversParentTypes['Metric']>, parameters: Array<ResolversParentTypes['Parameter']> };
  Float: Scalars['Float']['output'];
  FloatRange: FloatRange;
  FrontValues: FrontValues;
  ID: Scalars['ID']['output'];
  Importance: Importance;
  Importances: Importances;
  InputIssue: InputIssue;
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  LineageStep: Omit<LineageStep, 'trial'> & { trial: ResolversParentTypes['Trial'] };
  Metric: MetricDescriptor;
  MetricFilter: MetricFilter;
  Mutation: Record<PropertyKey, never>;
  NewRunnerToken: NewRunnerToken;
  NodeChange: NodeChange;
  Objective: Objective;
  ObjectiveFilter: ObjectiveFilter;
  ObjectiveValues: ObjectiveValues;
  OptimizationHistory: OptimizationHistory;
  PageInfo: PageInfo;
  ParamFilter: ParamFilter;
  Parameter: ParameterModel;
  Promotion: Omit<Promotion, 'trial'> & { trial: ResolversParentTypes['Trial'] };
  Query: Record<PropertyKey, never>;
  RankCorrelation: RankCorrelation;
  Report: ReportModel;
  ReportEntryInput: ReportEntryInput;
  Runner: RunnerStatus;
  RunnerInput: RunnerInput;
  RunnerSlot: RunnerSlot;
  RunnerSlotInput: RunnerSlotInput;
  RunnerToken: RunnerToken;
  ScaledArchitecture: Omit<ScaledArchitecture, 'architecture'> & { architecture?: Maybe<ResolversParentTypes['Architecture']> };
  Score: Score;
  ServerInfo: ServerInfo;
  SharedWeights: ExperimentModel;
  String: Scalars['String']['output'];
  Subscription: Record<PropertyKey, never>;
  TaskEntry: Omit<TaskEntry, 'metrics'> & { metrics: Array<ResolversParentTypes['Metric']> };
  Trial: TrialModel;
  TrialConnection: TrialPage;
  TrialCounts: TrialCounts;
  TrialEdge: Omit<TrialEdge, 'node'> & { node: ResolversParentTypes['Trial'] };
  TrialFailure: TrialFailure;
  TrialFailureInput: TrialFailureInput;
  TrialFilter: TrialFilter;
  TrialOutcomeInput: TrialOutcomeInput;
  TrialReportInput: TrialReportInput;
  TrialSort: TrialSort;
  UnfitMethod: UnfitMethod;
  ValueChange: ValueChange;
  Viewer: Viewer;
};

export type ArchitectureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Architecture'] = ResolversParentTypes['Architecture']> = {
  activationBytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  json?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ArchitectureNode']>, ParentType, ContextType>;
  output?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  scaled?: Resolver<ResolversTypes['ScaledArchitecture'], ParentType, ContextType, RequireFields<ArchitectureScaledArgs, 'depth' | 'resolution' | 'width'>>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ArchitectureSourceArgs, 'library'>>;
};

export type ArchitectureDiffResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArchitectureDiff'] = ResolversParentTypes['ArchitectureDiff']> = {
  added?: Resolver<Array<ResolversTypes['ArchitectureNode']>, ParentType, ContextType>;
  changed?: Resolver<Array<ResolversTypes['NodeChange']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Architecture'], ParentType, ContextType>;
  removed?: Resolver<Array<ResolversTypes['ArchitectureNode']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Architecture'], ParentType, ContextType>;
};

export type ArchitectureNodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArchitectureNode'] = ResolversParentTypes['ArchitectureNode']> = {
  attributes?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  block?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  flops?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputs?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  params?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shape?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ArtifactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Artifact'] = ResolversParentTypes['Artifact']> = {
  bytes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Attempt'] = ResolversParentTypes['Attempt']> = {
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['TrialFailure']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  runnerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  runnerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AugmentationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Augmentation'] = ResolversParentTypes['Augmentation']> = {
  examples?: Resolver<Array<ResolversTypes['AugmentationExample']>, ParentType, ContextType, RequireFields<AugmentationExamplesArgs, 'count' | 'progress' | 'seed'>>;
  phases?: Resolver<Array<ResolversTypes['AugmentationPhase']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AugmentationExampleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AugmentationExample'] = ResolversParentTypes['AugmentationExample']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AugmentationPhaseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AugmentationPhase'] = ResolversParentTypes['AugmentationPhase']> = {
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  ops?: Resolver<Array<ResolversTypes['ExpectedOp']>, ParentType, ContextType>;
};

export type CatalogResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Catalog'] = ResolversParentTypes['Catalog']> = {
  datasets?: Resolver<Array<ResolversTypes['DatasetEntry']>, ParentType, ContextType>;
  dialects?: Resolver<Array<ResolversTypes['DialectEntry']>, ParentType, ContextType>;
  pruners?: Resolver<Array<ResolversTypes['CatalogEntry']>, ParentType, ContextType>;
  searchers?: Resolver<Array<ResolversTypes['CatalogEntry']>, ParentType, ContextType>;
  tasks?: Resolver<Array<ResolversTypes['TaskEntry']>, ParentType, ContextType>;
  templates?: Resolver<Array<ResolversTypes['ExperimentTemplate']>, ParentType, ContextType>;
};

export type CatalogEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CatalogEntry'] = ResolversParentTypes['CatalogEntry']> = {
  capabilities?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  attemptId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  experimentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  trialId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CostHistoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CostHistory'] = ResolversParentTypes['CostHistory']> = {
  best?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  bestSteps?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<Array<Maybe<ResolversTypes['Int']>>, ParentType, ContextType>;
  seconds?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trials?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CurveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Curve'] = ResolversParentTypes['Curve']> = {
  fidelity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  objective?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrialState'], ParentType, ContextType>;
  step?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  trialNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type CurveSetResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CurveSet'] = ResolversParentTypes['CurveSet']> = {
  curves?: Resolver<Array<ResolversTypes['Curve']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DatasetEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DatasetEntry'] = ResolversParentTypes['DatasetEntry']> = {
  licence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DesignResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Design'] = ResolversParentTypes['Design']> = {
  architecture?: Resolver<Maybe<ResolversTypes['Architecture']>, ParentType, ContextType>;
  augmentation?: Resolver<Maybe<ResolversTypes['Augmentation']>, ParentType, ContextType>;
  hp?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  training?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  trainingSentence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DialectEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DialectEntry'] = ResolversParentTypes['DialectEntry']> = {
  branch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExpectedOpResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpectedOp'] = ResolversParentTypes['ExpectedOp']> = {
  does?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  magnitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  op?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ExperimentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Experiment'] = ResolversParentTypes['Experiment']> = {
  baselines?: Resolver<Array<ResolversTypes['Trial']>, ParentType, ContextType>;
  bestTrial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType>;
  costHistory?: Resolver<ResolversTypes['CostHistory'], ParentType, ContextType, RequireFields<ExperimentCostHistoryArgs, 'maxPoints'>>;
  counts?: Resolver<ResolversTypes['TrialCounts'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  curves?: Resolver<ResolversTypes['CurveSet'], ParentType, ContextType, RequireFields<ExperimentCurvesArgs, 'maxTrials' | 'metric'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deviceSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  etaMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finalTrials?: Resolver<Array<ResolversTypes['Trial']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['OptimizationHistory'], ParentType, ContextType, RequireFields<ExperimentHistoryArgs, 'maxPoints'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importances?: Resolver<Maybe<ResolversTypes['Importances']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxDeviceSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  maxParallel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  maxTrials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['Metric']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objectiveValues?: Resolver<ResolversTypes['ObjectiveValues'], ParentType, ContextType, RequireFields<ExperimentObjectiveValuesArgs, 'maxPoints'>>;
  objectives?: Resolver<Array<ResolversTypes['Objective']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['ExperimentOrigin']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['Parameter']>, ParentType, ContextType>;
  paretoFront?: Resolver<ResolversTypes['TrialConnection'], ParentType, ContextType, RequireFields<ExperimentParetoFrontArgs, 'first'>>;
  phase?: Resolver<ResolversTypes['ExperimentPhase'], ParentType, ContextType>;
  promotion?: Resolver<Maybe<ResolversTypes['Promotion']>, ParentType, ContextType>;
  prunerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  searcherName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sharedWeights?: Resolver<Maybe<ResolversTypes['SharedWeights']>, ParentType, ContextType>;
  spec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  specYaml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ExperimentState'], ParentType, ContextType>;
  taskName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trialCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trials?: Resolver<ResolversTypes['TrialConnection'], ParentType, ContextType, RequireFields<ExperimentTrialsArgs, 'first'>>;
};

export type ExperimentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentConnection'] = ResolversParentTypes['ExperimentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExperimentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExperimentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentEdge'] = ResolversParentTypes['ExperimentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Experiment'], ParentType, ContextType>;
};

export type ExperimentEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentEvent'] = ResolversParentTypes['ExperimentEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payload?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trialNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExperimentEventBatchResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentEventBatch'] = ResolversParentTypes['ExperimentEventBatch']> = {
  events?: Resolver<Array<ResolversTypes['ExperimentEvent']>, ParentType, ContextType>;
  experiment?: Resolver<ResolversTypes['Experiment'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  trials?: Resolver<Array<ResolversTypes['Trial']>, ParentType, ContextType>;
};

export type ExperimentOriginResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentOrigin'] = ResolversParentTypes['ExperimentOrigin']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trialNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ExperimentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentPayload'] = ResolversParentTypes['ExperimentPayload']> = {
  errors?: Resolver<Array<ResolversTypes['InputIssue']>, ParentType, ContextType>;
  experiment?: Resolver<Maybe<ResolversTypes['Experiment']>, ParentType, ContextType>;
};

export type ExperimentTemplateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentTemplate'] = ResolversParentTypes['ExperimentTemplate']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  spec?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  yaml?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExperimentValidationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExperimentValidation'] = ResolversParentTypes['ExperimentValidation']> = {
  errors?: Resolver<Array<ResolversTypes['InputIssue']>, ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['Metric']>, ParentType, ContextType>;
  parameters?: Resolver<Array<ResolversTypes['Parameter']>, ParentType, ContextType>;
  spec?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  specYaml?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unfit?: Resolver<Array<ResolversTypes['UnfitMethod']>, ParentType, ContextType>;
};

export type FrontValuesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrontValues'] = ResolversParentTypes['FrontValues']> = {
  number?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  values?: Resolver<Array<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type ImportanceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Importance'] = ResolversParentTypes['Importance']> = {
  clear?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ImportancesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Importances'] = ResolversParentTypes['Importances']> = {
  branches?: Resolver<Array<ResolversTypes['Importance']>, ParentType, ContextType>;
  ops?: Resolver<Array<ResolversTypes['Importance']>, ParentType, ContextType>;
  params?: Resolver<Array<ResolversTypes['Importance']>, ParentType, ContextType>;
  trials?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InputIssueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InputIssue'] = ResolversParentTypes['InputIssue']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LineageStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LineageStep'] = ResolversParentTypes['LineageStep']> = {
  changed?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  trial?: Resolver<ResolversTypes['Trial'], ParentType, ContextType>;
};

export type MetricResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Metric'] = ResolversParentTypes['Metric']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perChoice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  untrained?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  when?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  claimTrials?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType, RequireFields<MutationClaimTrialsArgs, 'count' | 'runner' | 'waitMs'>>;
  cloneExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationCloneExperimentArgs, 'id' | 'start'>>;
  createExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationCreateExperimentArgs, 'spec' | 'start'>>;
  createRunnerToken?: Resolver<ResolversTypes['NewRunnerToken'], ParentType, ContextType, RequireFields<MutationCreateRunnerTokenArgs, 'name'>>;
  demoteTrial?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationDemoteTrialArgs, 'id'>>;
  extendExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationExtendExperimentArgs, 'id' | 'trials'>>;
  finishTrial?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationFinishTrialArgs, 'claim' | 'outcome'>>;
  heartbeatTrials?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<MutationHeartbeatTrialsArgs, 'claims'>>;
  pauseExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationPauseExperimentArgs, 'id'>>;
  promoteTrial?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationPromoteTrialArgs, 'id'>>;
  reportTrials?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<MutationReportTrialsArgs, 'reports'>>;
  resumeExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationResumeExperimentArgs, 'id'>>;
  retrainTrial?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationRetrainTrialArgs, 'allData' | 'depth' | 'id' | 'resolution' | 'start' | 'width'>>;
  revokeRunnerToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeRunnerTokenArgs, 'id'>>;
  signOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationStartExperimentArgs, 'id'>>;
  stopExperiment?: Resolver<ResolversTypes['ExperimentPayload'], ParentType, ContextType, RequireFields<MutationStopExperimentArgs, 'id'>>;
};

export type NewRunnerTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NewRunnerToken'] = ResolversParentTypes['NewRunnerToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  token?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NodeChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NodeChange'] = ResolversParentTypes['NodeChange']> = {
  addedInputs?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ArchitectureNode'], ParentType, ContextType>;
  removedInputs?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ArchitectureNode'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['ValueChange']>, ParentType, ContextType>;
};

export type ObjectiveResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Objective'] = ResolversParentTypes['Objective']> = {
  direction?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formula?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ObjectiveValuesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ObjectiveValues'] = ResolversParentTypes['ObjectiveValues']> = {
  candidate?: Resolver<Array<ResolversTypes['Boolean']>, ParentType, ContextType>;
  front?: Resolver<ResolversTypes['FrontValues'], ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<Array<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type OptimizationHistoryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OptimizationHistory'] = ResolversParentTypes['OptimizationHistory']> = {
  best?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  bestSteps?: Resolver<Array<Maybe<ResolversTypes['Float']>>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  state?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ParameterResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Parameter'] = ResolversParentTypes['Parameter']> = {
  branch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conditions?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PromotionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Promotion'] = ResolversParentTypes['Promotion']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Score']>, ParentType, ContextType>;
  trial?: Resolver<ResolversTypes['Trial'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalog?: Resolver<ResolversTypes['Catalog'], ParentType, ContextType>;
  experiment?: Resolver<Maybe<ResolversTypes['Experiment']>, ParentType, ContextType, RequireFields<QueryExperimentArgs, 'id'>>;
  experiments?: Resolver<ResolversTypes['ExperimentConnection'], ParentType, ContextType, RequireFields<QueryExperimentsArgs, 'first'>>;
  runnerTokens?: Resolver<Array<ResolversTypes['RunnerToken']>, ParentType, ContextType>;
  runners?: Resolver<Array<ResolversTypes['Runner']>, ParentType, ContextType>;
  server?: Resolver<ResolversTypes['ServerInfo'], ParentType, ContextType>;
  trial?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType, RequireFields<QueryTrialArgs, 'id'>>;
  trialByNumber?: Resolver<Maybe<ResolversTypes['Trial']>, ParentType, ContextType, RequireFields<QueryTrialByNumberArgs, 'experimentId' | 'number'>>;
  validateExperiment?: Resolver<ResolversTypes['ExperimentValidation'], ParentType, ContextType, RequireFields<QueryValidateExperimentArgs, 'spec'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RankCorrelationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RankCorrelation'] = ResolversParentTypes['RankCorrelation']> = {
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  networks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reliable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tau?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReportResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Report'] = ResolversParentTypes['Report']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  metrics?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunnerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Runner'] = ResolversParentTypes['Runner']> = {
  alive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  busy?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slots?: Resolver<Array<ResolversTypes['RunnerSlot']>, ParentType, ContextType>;
};

export type RunnerSlotResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunnerSlot'] = ResolversParentTypes['RunnerSlot']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunnerTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunnerToken'] = ResolversParentTypes['RunnerToken']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScaledArchitectureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ScaledArchitecture'] = ResolversParentTypes['ScaledArchitecture']> = {
  architecture?: Resolver<Maybe<ResolversTypes['Architecture']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['InputIssue']>, ParentType, ContextType>;
};

export type ScoreResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Score'] = ResolversParentTypes['Score']> = {
  metric?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ServerInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServerInfo'] = ResolversParentTypes['ServerInfo']> = {
  database?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SharedWeightsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SharedWeights'] = ResolversParentTypes['SharedWeights']> = {
  judgedBy?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  rankCorrelation?: Resolver<Maybe<ResolversTypes['RankCorrelation']>, ParentType, ContextType>;
  shared?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
  standalone?: Resolver<Array<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  experimentChanged?: SubscriptionResolver<Maybe<ResolversTypes['Experiment']>, "experimentChanged", ParentType, ContextType>;
  experimentEvents?: SubscriptionResolver<ResolversTypes['ExperimentEventBatch'], "experimentEvents", ParentType, ContextType, RequireFields<SubscriptionExperimentEventsArgs, 'afterSeq' | 'id'>>;
  runnersChanged?: SubscriptionResolver<Array<ResolversTypes['Runner']>, "runnersChanged", ParentType, ContextType>;
};

export type TaskEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaskEntry'] = ResolversParentTypes['TaskEntry']> = {
  branches?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  hyperparameters?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  metrics?: Resolver<Array<ResolversTypes['Metric']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownSpace?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  retrainsFinal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  schema?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Trial'] = ResolversParentTypes['Trial']> = {
  architectureDiff?: Resolver<Maybe<ResolversTypes['ArchitectureDiff']>, ParentType, ContextType, RequireFields<TrialArchitectureDiffArgs, 'from'>>;
  artifacts?: Resolver<Array<ResolversTypes['Artifact']>, ParentType, ContextType>;
  attempts?: Resolver<Array<ResolversTypes['Attempt']>, ParentType, ContextType>;
  builtOn?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  design?: Resolver<ResolversTypes['Design'], ParentType, ContextType>;
  durationMs?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  endStep?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  experimentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['TrialFailure']>, ParentType, ContextType>;
  fidelity?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastStep?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lineage?: Resolver<Array<ResolversTypes['LineageStep']>, ParentType, ContextType>;
  log?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TrialLogArgs, 'lines'>>;
  metrics?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onFront?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  params?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  promotionRefusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['Report']>, ParentType, ContextType, RequireFields<TrialReportsArgs, 'last'>>;
  resumeStep?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  retrainingRefusal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TrialState'], ParentType, ContextType>;
  values?: Resolver<Maybe<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
  violation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  why?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type TrialConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrialConnection'] = ResolversParentTypes['TrialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TrialEdge']>, ParentType, ContextType>;
  lastSeq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrialCountsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrialCounts'] = ResolversParentTypes['TrialCounts']> = {
  cancelled?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  infeasible?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pruned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TrialEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrialEdge'] = ResolversParentTypes['TrialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Trial'], ParentType, ContextType>;
};

export type TrialFailureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrialFailure'] = ResolversParentTypes['TrialFailure']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stderr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UnfitMethodResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnfitMethod'] = ResolversParentTypes['UnfitMethod']> = {
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ValueChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ValueChange'] = ResolversParentTypes['ValueChange']> = {
  from?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Architecture?: ArchitectureResolvers<ContextType>;
  ArchitectureDiff?: ArchitectureDiffResolvers<ContextType>;
  ArchitectureNode?: ArchitectureNodeResolvers<ContextType>;
  Artifact?: ArtifactResolvers<ContextType>;
  Attempt?: AttemptResolvers<ContextType>;
  Augmentation?: AugmentationResolvers<ContextType>;
  AugmentationExample?: AugmentationExampleResolvers<ContextType>;
  AugmentationPhase?: AugmentationPhaseResolvers<ContextType>;
  Catalog?: CatalogResolvers<ContextType>;
  CatalogEntry?: CatalogEntryResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  CostHistory?: CostHistoryResolvers<ContextType>;
  Curve?: CurveResolvers<ContextType>;
  CurveSet?: CurveSetResolvers<ContextType>;
  DatasetEntry?: DatasetEntryResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Design?: DesignResolvers<ContextType>;
  DialectEntry?: DialectEntryResolvers<ContextType>;
  ExpectedOp?: ExpectedOpResolvers<ContextType>;
  Experiment?: ExperimentResolvers<ContextType>;
  ExperimentConnection?: ExperimentConnectionResolvers<ContextType>;
  ExperimentEdge?: ExperimentEdgeResolvers<ContextType>;
  ExperimentEvent?: ExperimentEventResolvers<ContextType>;
  ExperimentEventBatch?: ExperimentEventBatchResolvers<ContextType>;
  ExperimentOrigin?: ExperimentOriginResolvers<ContextType>;
  ExperimentPayload?: ExperimentPayloadResolvers<ContextType>;
  ExperimentTemplate?: ExperimentTemplateResolvers<ContextType>;
  ExperimentValidation?: ExperimentValidationResolvers<ContextType>;
  FrontValues?: FrontValuesResolvers<ContextType>;
  Importance?: ImportanceResolvers<ContextType>;
  Importances?: ImportancesResolvers<ContextType>;
  InputIssue?: InputIssueResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LineageStep?: LineageStepResolvers<ContextType>;
  Metric?: MetricResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NewRunnerToken?: NewRunnerTokenResolvers<ContextType>;
  NodeChange?: NodeChangeResolvers<ContextType>;
  Objective?: ObjectiveResolvers<ContextType>;
  ObjectiveValues?: ObjectiveValuesResolvers<ContextType>;
  OptimizationHistory?: OptimizationHistoryResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Parameter?: ParameterResolvers<ContextType>;
  Promotion?: PromotionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RankCorrelation?: RankCorrelationResolvers<ContextType>;
  Report?: ReportResolvers<ContextType>;
  Runner?: RunnerResolvers<ContextType>;
  RunnerSlot?: RunnerSlotResolvers<ContextType>;
  RunnerToken?: RunnerTokenResolvers<ContextType>;
  ScaledArchitecture?: ScaledArchitectureResolvers<ContextType>;
  Score?: ScoreResolvers<ContextType>;
  ServerInfo?: ServerInfoResolvers<ContextType>;
  SharedWeights?: SharedWeightsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaskEntry?: TaskEntryResolvers<ContextType>;
  Trial?: TrialResolvers<ContextType>;
  TrialConnection?: TrialConnectionResolvers<ContextType>;
  TrialCounts?: TrialCountsResolvers<ContextType>;
  TrialEdge?: TrialEdgeResolvers<ContextType>;
  TrialFailure?: TrialFailureResolvers<ContextType>;
  UnfitMethod?: UnfitMethodResolvers<ContextType>;
  ValueChange?: ValueChangeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
};

