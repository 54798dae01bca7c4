// Generated from packages/graphql by `npm run generate`. Do not edit.
export const schemaText = `
type Architecture {
  """Bytes of all activations of one image's forward pass, float32."""
  activationBytes: Float!

  """Multiply-accumulates of one image's forward pass."""
  flops: Float!

  """Equal for equal networks."""
  hash: String!

  """
  To keep, and to begin an experiment with: version of the format, nodes and output, as dialect network takes them.
  """
  json: JSON!
  nodes: [ArchitectureNode!]!
  output: ID!
  params: Float!

  """The same network larger or smaller; nothing is created."""
  scaled(depth: Float = 1, resolution: Float = 1, width: Float = 1): ScaledArchitecture!

  """
  The network as a readable Python program. Its weights are written by cambium export.
  """
  source(library: SourceLibrary!): String!
}

"""
What makes one architecture of another. Nodes are the same by their ids, or where they differ in nothing but those.
"""
type ArchitectureDiff {
  added: [ArchitectureNode!]!
  changed: [NodeChange!]!
  from: Architecture!
  removed: [ArchitectureNode!]!
  to: Architecture!
}

type ArchitectureNode {
  attributes: JSON!
  block: String!
  flops: Float!
  group: String
  id: ID!
  inputs: [ID!]!
  params: Float!

  """Height, width, channels; or length 1 after pooling to a vector."""
  shape: [Int!]!
}

type Artifact {
  bytes: Float!
  digest: String!
  kind: String!
  name: String!

  """Path on this origin."""
  url: String!
}

input ArtifactInput {
  bytes: Float!
  digest: String!
  kind: String!
  name: String!
}

type Attempt {
  device: String
  endedAt: DateTime
  epoch: Int!
  failure: TrialFailure
  id: ID!
  runnerId: ID!
  runnerName: String
  startedAt: DateTime!
  state: String!
}

type Augmentation {
  """
  Real training images before and after, as PNG data URLs; none for a policy that leaves images as they are.
  """
  examples(
    count: Int = 8

    """Only this op of the policy, always, at its mean magnitude."""
    op: String

    """
    Share of the training that is over, from 0 to 1: policies may change on the way.
    """
    progress: Float = 0
    seed: Int = 0
  ): [AugmentationExample!]!

  """
  The parts of the training between which it changes; one where it stays as it is.
  """
  phases: [AugmentationPhase!]!
  policy: JSON!

  """The policy in words."""
  sentence: String!
}

type AugmentationExample {
  after: String!
  before: String!
  label: String!
}

type AugmentationPhase {
  """Where it begins, as a share of the training from 0 to 1."""
  from: Float!

  """Most frequent first."""
  ops: [ExpectedOp!]!
}

type Catalog {
  datasets: [DatasetEntry!]!
  dialects: [DialectEntry!]!
  pruners: [CatalogEntry!]!
  searchers: [CatalogEntry!]!
  tasks: [TaskEntry!]!
  templates: [ExperimentTemplate!]!
}

"""
A named part: searcher, pruner, task, dialect, data set. Its form is drawn from its JSON Schema.
"""
type CatalogEntry {
  capabilities: JSON
  name: String!

  """JSON Schema (draft 2020-12) of its options or settings."""
  schema: JSON!
  summary: String!
}

"""What a chart's trials can be filtered by. Every part given must hold."""
input ChartFilter {
  kindIn: [TrialKind!]
  number: FloatRange

  """Whether it is on the Pareto front."""
  onFront: Boolean
  stateIn: [TrialState!]
}

"""A trial handed to a runner: all that it needs."""
type Claim {
  attemptId: ID!

  """Everything else, as core's Claim."""
  body: JSON!
  epoch: Int!
  experimentId: ID!
  trialId: ID!
}

input ClaimRefInput {
  attemptId: ID!

  """The fencing token."""
  epoch: Int!
  experimentId: ID!
  trialId: ID!
}

"""
Column-wise; rows belong together by index: one for each trial that was better than all that had ended before it, and a last
one for what the search has come to by now. Between two rows the first one's best lasts. Empty before the first attempt has
ended.
"""
type CostHistory {
  """
  The value of the best trial so far: among ordinary, complete trials that break no constraint more steps come first, then
  the value. null where there is none.
  """
  best: [Float]!

  """The step at which the best trial so far was to end."""
  bestSteps: [Float]!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!

  """Its number."""
  number: [Int]!

  """
  Device seconds that attempts of the search's trials had taken which had ended by then, counted as deviceSeconds counts
  them: in any mode of the searcher, also those that were lost or cancelled.
  """
  seconds: [Float!]!

  """Rows of the whole, in the answer or not."""
  totalCount: Int!

  """
  Trials of the search that had been on a device and ended by then, whatever their mode and end.
  """
  trials: [Int!]!
}

type Curve {
  """The step at which it is to end; null: at the experiment's maxStep."""
  fidelity: Float
  mode: String

  """The trial's first objective; null before it ends with one."""
  objective: Float
  state: TrialState!
  step: [Float!]!
  trialNumber: Int!
  value: [Float]!
}

type CurveSet {
  curves: [Curve!]!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!
  metric: String!
  totalCount: Int!
}

type DatasetEntry {
  licence: String!
  name: String!
  schema: JSON!
  summary: String!
}

"""ISO 8601, UTC."""
scalar DateTime

enum Decision {
  cancel
  continue
  stop
}

type Design {
  architecture: Architecture
  augmentation: Augmentation
  hp: JSON
  training: JSON

  """
  What the procedure says, in words; null where it leaves all to the task.
  """
  trainingSentence: String
}

type DialectEntry {
  branch: String!
  name: String!
  schema: JSON!
  summary: String!
}

type ExpectedOp {
  """What it does at its mean magnitude, in words."""
  does: String!

  """Mean, in 0 to 1 of the op's own range."""
  magnitude: Float!
  op: String!

  """Expected applications per image."""
  rate: Float!
}

"""
One search: space, objectives, constraints, searcher, pruner, task, budget and seed. Its spec is frozen at creation.
"""
type Experiment {
  """
  Where an augmentation policy is searched: the first and the best design with published policies in place of their own. The
  policy is the param aug.policy.
  """
  baselines: [Trial!]!

  """
  The best trial so far: ordinary, complete, breaking no constraint. With several objectives: of the Pareto front the one
  that is best by the first objective, of equals by the second, and so on.
  """
  bestTrial: Trial

  """
  The best value of the first objective so far by the device time that the search had taken: what compares searches at
  equal cost. At most maxPoints of totalCount rows, the last among them.
  """
  costHistory(maxPoints: Int = 1000): CostHistory!

  """Trials of the search."""
  counts: TrialCounts!
  createdAt: DateTime!

  """
  Curves of one reported metric, the best trials first, at most maxTrials of totalCount that match; those in keep are
  among them, and those of all baselines that match. Unfinished trials of the numbers and kinds asked for always come too,
  whatever their state: they may yet match.
  """
  curves(filter: ChartFilter, keep: [Int!], maxTrials: Int = 50, metric: String!): CurveSet!
  description: String

  """Seconds that attempts of the search's trials took which have ended."""
  deviceSeconds: Float!

  """
  Milliseconds until the search is over at the present pace; null while unknown or not running.
  """
  etaMs: Float
  failure: String

  """Retrained winners, tested once on the test split."""
  finalTrials: [Trial!]!
  finishedAt: DateTime

  """
  Values of the first objective by trial number, and the best so far. At most maxPoints, of totalCount that match; those
  in keep are among them. The best so far is that of all trials, whatever the filter.
  """
  history(filter: ChartFilter, keep: [Int!], maxPoints: Int = 1000): OptimizationHistory!
  id: ID!

  """
  What told the best trials of the first objective from all of them (PED-ANOVA, Watanabe et al. 2023); null for less than 20
  complete trials of all steps, or equal ones.
  """
  importances: Importances
  lastSeq: Int!

  """Once attempts have taken so many, no trial starts; null: no limit."""
  maxDeviceSeconds: Float
  maxParallel: Int!

  """The last step a trial reports when nobody stops it."""
  maxStep: Int!

  """Budget, extensions included."""
  maxTrials: Int!

  """Metrics that the task measures."""
  metrics: [Metric!]!
  name: String!

  """
  Values of all objectives by trial, and the Pareto front. At most maxPoints of totalCount that match; the members of the
  front and those in keep are among them. The front is all of it, whatever the filter.
  """
  objectiveValues(filter: ChartFilter, keep: [Int!], maxPoints: Int = 1000): ObjectiveValues!
  objectives: [Objective!]!

  """Where its specification comes from; null: it was written for it."""
  origin: ExperimentOrigin

  """Flat parameters of the space, for columns and forms."""
  parameters: [Parameter!]!

  """
  The Pareto front, best by the first objective first: ordinary, complete trials that break no constraint and that no other
  is at least as good as in every objective; of equals the first that ended. Values of fewer steps are no match for those of
  more. With one objective it is the best trial alone. After a re-evaluation only leaders that it confirmed are on it.
  """
  paretoFront(after: String, first: Int = 50): TrialConnection!
  phase: ExperimentPhase!

  """The trial whose model the team has chosen."""
  promotion: Promotion
  prunerName: String
  searcherName: String!

  """
  How networks that the search judged by shared weights fared when they were trained from scratch; null where its searcher
  judges none.
  """
  sharedWeights: SharedWeights

  """The whole specification, as created."""
  spec: JSON!

  """The specification as YAML, ready to run again."""
  specYaml: String!
  startedAt: DateTime
  state: ExperimentState!
  taskName: String!

  """Trials of any kind: numbered 0, 1, 2 … without a gap."""
  trialCount: Int!
  trials(after: String, filter: TrialFilter, first: Int = 50, sort: TrialSort): TrialConnection!
}

type ExperimentConnection {
  edges: [ExperimentEdge!]!
  pageInfo: PageInfo!
  totalCount: Int!
}

type ExperimentEdge {
  cursor: String!
  node: Experiment!
}

"""
One append-only row per change, numbered 1, 2, 3 … within its experiment.
"""
type ExperimentEvent {
  at: DateTime!
  payload: JSON!
  seq: Int!
  trialNumber: Int
  type: String!
}

"""What changed since afterSeq. Bursts come as one message."""
type ExperimentEventBatch {
  events: [ExperimentEvent!]!

  """The experiment as it is now."""
  experiment: Experiment!
  lastSeq: Int!

  """The trials that these events touch, as they are now."""
  trials: [Trial!]!
}

input ExperimentFilter {
  and: [ExperimentFilter!]

  """Ids that no experiment of the workspace has are in vain."""
  idIn: [ID!]

  """Case-insensitive, anywhere in the name."""
  nameContains: String

  """Those whose first objective is this one."""
  objective: ObjectiveFilter
  or: [ExperimentFilter!]

  """Whether a trial of it is promoted."""
  promoted: Boolean
  searcherIn: [String!]
  stateIn: [ExperimentState!]
}

type ExperimentOrigin {
  """
  Of the experiment that it was cloned from, or whose trial it trains again.
  """
  id: ID!
  name: String!

  """
  Number of the trial whose one design it trains again; null: a clone, which searches all over.
  """
  trialNumber: Int
}

type ExperimentPayload {
  errors: [InputIssue!]!
  experiment: Experiment
}

"""search: asking the searcher. final: retraining the winners."""
enum ExperimentPhase {
  final
  search
}

input ExperimentSort {
  field: ExperimentSortField!
  order: SortOrder!
}

enum ExperimentSortField {
  createdAt
  name
}

enum ExperimentState {
  complete
  created
  failed
  paused
  running
  stopped
}

"""A specification to start from."""
type ExperimentTemplate {
  name: String!
  spec: JSON!
  summary: String!
  title: String!
  yaml: String!
}

type ExperimentValidation {
  """Empty when createExperiment would accept it."""
  errors: [InputIssue!]!

  """
  What the task measures with these settings; none where they can't be read.
  """
  metrics: [Metric!]!

  """
  Of the space that would be searched, whatever else is wrong; none where no space can be read.
  """
  parameters: [Parameter!]!

  """
  The specification with every default filled in; null when there are errors.
  """
  spec: JSON
  specYaml: String

  """
  Searchers and pruners that can't do what is asked: what this check would have against each, were it chosen.
  """
  unfit: [UnfitMethod!]!
}

input FloatRange {
  max: Float
  min: Float
}

"""The members of the Pareto front, by number."""
type FrontValues {
  number: [Int!]!

  """
  One column per objective; after a re-evaluation the means of the repetitions.
  """
  values: [[Float!]!]!
}

type Importance {
  """
  False: what has nothing to do with the values would often look as important.
  """
  clear: Boolean!
  name: String!

  """In parts of the list's sum, from 0 to 1."""
  share: Float!
}

"""Each list with the most important first."""
type Importances {
  """The sums of their params."""
  branches: [Importance!]!

  """
  Of augmentation: how often and how strongly each is applied; empty without policies.
  """
  ops: [Importance!]!
  params: [Importance!]!

  """Trials that say so: the newest 2,000 at most."""
  trials: Int!
}

"""
An expected failure: where in the input, what is wrong and what would be right.
"""
type InputIssue {
  """Stable, machine-readable."""
  code: String!
  message: String!

  """Keys and list indices, e.g. ["space", "hp", "lr", "low"]."""
  path: [String!]!
}

"""Any JSON value. Non-finite numbers are null."""
scalar JSON

type LineageStep {
  """
  Names of the params in which it differs from the one before it in the list; empty of the first.
  """
  changed: [String!]!
  trial: Trial!
}

type Metric {
  description: String!
  direction: String!
  name: String!

  """
  Not one number but one for each value of each choice of the space: name.parameter.value.
  """
  perChoice: Boolean!
  unit: String!

  """
  Known of an untrained network: what designs can be screened and filtered by.
  """
  untrained: Boolean!

  """
  static: known before training; report: at every step; final: of retrained winners; supernet: at every step of trials that
  train or use shared weights; held-out: of trials that judge augmentation policies by images held out of a fold's training;
  relaxed-policy: at every step of trials that learn a policy.
  """
  when: String!
}

input MetricFilter {
  name: String!
  range: FloatRange!
}

type Mutation {
  """
  Waits up to waitMs for work, of one experiment when that is named. Runner token only.
  """
  claimTrials(count: Int!, experimentId: ID, runner: RunnerInput!, waitMs: Int = 20000): [Claim!]!

  """
  A new experiment with the same specification, changed by the given fields.
  """
  cloneExperiment(id: ID!, name: String, seed: Int, start: Boolean = true): ExperimentPayload!

  """
  With an id, a UUID of the caller's choice, the same request can be sent again when its answer was lost: it makes no
  second experiment and answers the one that was made.
  """
  createExperiment(id: ID, spec: JSON!, start: Boolean = true): ExperimentPayload!

  """A token for a runner; shown once."""
  createRunnerToken(name: String!): NewRunnerToken!

  """Takes the mark back."""
  demoteTrial(id: ID!): ExperimentPayload!

  """
  Raises the budget by so many trials; a complete or stopped experiment runs again.
  """
  extendExperiment(id: ID!, trials: Int!): ExperimentPayload!

  """False when the claim is stale."""
  finishTrial(claim: ClaimRefInput!, outcome: TrialOutcomeInput!): Boolean!

  """Extends the leases; one decision per claim, in order."""
  heartbeatTrials(claims: [ClaimRefInput!]!): [Decision!]!

  """No new trial starts; running ones finish."""
  pauseExperiment(id: ID!): ExperimentPayload!

  """
  Marks the trial's model as the one that the team has chosen, in place of any other of the experiment.
  """
  promoteTrial(id: ID!): ExperimentPayload!

  """
  One decision per report, in order. A stale claim is answered cancel and its report recorded as late.
  """
  reportTrials(reports: [TrialReportInput!]!): [Decision!]!
  resumeExperiment(id: ID!): ExperimentPayload!

  """
  A new experiment that trains the design of one trial again and tests it: for so many steps, on all the data where the
  search used a part, its network wider, deeper or of higher resolution by these factors.
  """
  retrainTrial(allData: Boolean = false, depth: Float = 1, id: ID!, name: String, resolution: Float = 1, start: Boolean = true, steps: Int, width: Float = 1): ExperimentPayload!

  """
  Ends a token: runners that use it are refused at once. False when the workspace has none of this id.
  """
  revokeRunnerToken(id: ID!): Boolean!
  signOut: Boolean!
  startExperiment(id: ID!): ExperimentPayload!

  """Waiting and running trials are cancelled."""
  stopExperiment(id: ID!): ExperimentPayload!
}

type NewRunnerToken {
  id: ID!
  name: String!

  """The secret."""
  token: String!
}

"""A node that is in both architectures and not the same in them."""
type NodeChange {
  """Ids of the inputs that only to has."""
  addedInputs: [ID!]!
  from: ArchitectureNode!

  """
  Ids of the inputs that only from has. Empty, as addedInputs is, where both take the same nodes; all inputs where they differ
  in their order alone.
  """
  removedInputs: [ID!]!
  to: ArchitectureNode!

  """
  Attributes that differ, the block itself among them. Those that are equal, also by default, are left out.
  """
  values: [ValueChange!]!
}

type Objective {
  direction: String!

  """How it is computed from other metrics; null where it is measured."""
  formula: String
  metric: String!
}

input ObjectiveFilter {
  """minimize or maximize."""
  direction: String!
  metric: String!
}

type ObjectiveValues {
  """
  Whether it can be on the front: an ordinary trial that is complete and breaks no constraint.
  """
  candidate: [Boolean!]!
  front: FrontValues!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!
  number: [Int!]!
  state: [String!]!

  """The step at which each was to end."""
  steps: [Float!]!
  totalCount: Int!

  """One column per objective."""
  values: [[Float!]!]!
}

"""Column-wise chart data; rows belong together by index."""
type OptimizationHistory {
  """
  The value of the best trial so far, as the experiment chooses it: among ordinary, complete trials that break no
  constraint more steps come first, then the value. null before the first.
  """
  best: [Float]!

  """The step at which the best trial so far was to end."""
  bestSteps: [Float]!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!
  number: [Int!]!
  state: [String!]!

  """The step at which each was to end."""
  steps: [Float!]!
  totalCount: Int!
  value: [Float!]!
}

type PageInfo {
  endCursor: String
  hasNextPage: Boolean!
}

input ParamFilter {
  """Any of these, for choices."""
  in: [JSON!]
  name: String!

  """For numbers."""
  range: FloatRange
}

type Parameter {
  branch: String!
  conditions: JSON!

  """float, int, categorical or ordinal with its range or choices."""
  domain: JSON!
  name: String!
}

type Promotion {
  at: DateTime!

  """Name of who chose it."""
  by: String!

  """
  The test result of a retrained winner, the first objective of any other trial; null where it has none.
  """
  score: Score
  trial: Trial!
}

type Query {
  catalog: Catalog!
  experiment(id: ID!): Experiment
  experiments(after: String, filter: ExperimentFilter, first: Int = 50, sort: ExperimentSort): ExperimentConnection!

  """Tokens that people of the workspace made, newest first."""
  runnerTokens: [RunnerToken!]!

  """
  Those that asked for work within the last day or are at work now: the 500 that were heard of last.
  """
  runners: [Runner!]!

  """What this server can do and is doing."""
  server: ServerInfo!
  trial(id: ID!): Trial
  trialByNumber(experimentId: ID!, number: Int!): Trial

  """Checks a specification without creating anything."""
  validateExperiment(spec: JSON!): ExperimentValidation!
  viewer: Viewer!
}

"""
How alike two scores rank the same networks: Kendall's τ-b, from -1 to 1, with the ends of its 95 % interval (percentiles of
a bootstrap over networks).
"""
type RankCorrelation {
  high: Float!
  low: Float!
  networks: Int!

  """False: they are too few for an interval to rely on."""
  reliable: Boolean!
  tau: Float!
}

type Report {
  at: DateTime!
  metrics: JSON!
  step: Int!
}

input ReportEntryInput {
  metrics: JSON!
  step: Int!
}

type Runner {
  """Heard of within the last lease."""
  alive: Boolean!
  busy: Int!
  id: ID!
  lastSeenAt: DateTime!
  name: String!
  slots: [RunnerSlot!]!
}

input RunnerInput {
  """Chosen by the runner at its start: a UUID."""
  id: ID!
  name: String!
  slots: [RunnerSlotInput!]!
}

type RunnerSlot {
  kind: String!
  name: String!
}

input RunnerSlotInput {
  kind: String!
  name: String!
}

type RunnerToken {
  createdAt: DateTime!
  id: ID!

  """To the minute; null: never yet."""
  lastUsedAt: DateTime
  name: String!
}

type ScaledArchitecture {
  """null when there are errors."""
  architecture: Architecture
  errors: [InputIssue!]!
}

type Score {
  metric: String!
  value: Float!
}

type ServerInfo {
  """embedded or server."""
  database: String!
  version: String!
}

"""
The two scores of each network that has both, by the first objective. Columns are by trial number.
"""
type SharedWeights {
  """
  The trials that judged them by shared weights: for each the newest before it was trained.
  """
  judgedBy: [Int!]!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!

  """The trials that trained them from scratch."""
  number: [Int!]!

  """
  null while there are fewer than three networks, or all of them have the same score.
  """
  rankCorrelation: RankCorrelation
  shared: [Float!]!
  standalone: [Float!]!
}

enum SortOrder {
  ASC
  DESC
}

enum SourceLibrary {
  keras
  pytorch
}

type Subscription {
  """
  An experiment of the list was created or changed. null comes first, once it listens: a list that is read after that
  misses nothing.
  """
  experimentChanged: Experiment

  """Replays what happened after afterSeq, then follows."""
  experimentEvents(afterSeq: Int = 0, id: ID!): ExperimentEventBatch!

  """
  All runners of the workspace: at once, then whenever one connects, goes away, or takes or ends a trial.
  """
  runnersChanged: [Runner!]!
}

type TaskEntry {
  branches: [String!]!

  """
  Names that the hp branch may use, with their meaning; null: any, or a matter of its settings.
  """
  hyperparameters: JSON
  metrics: [Metric!]!
  name: String!

  """
  Whether it has a space of its own, which is searched when the specification gives none.
  """
  ownSpace: Boolean!
  retrainsFinal: Boolean!
  schema: JSON!
  summary: String!
}

"""One evaluation of params."""
type Trial {
  """
  What makes this trial's architecture of that of another trial of the experiment, given by its number; null where one of
  them has none.
  """
  architectureDiff(from: Int!): ArchitectureDiff
  artifacts: [Artifact!]!
  attempts: [Attempt!]!

  """
  Numbers of the trials whose params it took over, in part or changed; the one that it owes most first.
  """
  builtOn: [Int!]!
  createdAt: DateTime!

  """
  What the params mean. Of a supernet, or a fold that policies are judged by, nothing.
  """
  design: Design!
  durationMs: Float

  """
  The step at which it ends when nobody stops it; null: not known before, as of a retrained winner.
  """
  endStep: Float
  experimentId: ID!
  failure: TrialFailure

  """The step at which it is to end; null: at the experiment's maxStep."""
  fidelity: Float
  finishedAt: DateTime
  id: ID!
  lastStep: Int!

  """
  The trials that it comes from, each built on the one before it: oldest first, itself last, at most the newest 100. Just
  itself when it is built on none.
  """
  lineage: [LineageStep!]!

  """The end of the newest attempt's log."""
  log(lines: Int = 500): String!

  """Newest report, or final metrics. Static ones included."""
  metrics: JSON!

  """
  null for an ordinary trial; final for a retrained winner, repeat for one of the best evaluated again, known for a result
  of an earlier experiment, baseline for a design with a published augmentation policy in place of its own; else a mode of the searcher's own.
  """
  mode: String
  number: Int!

  """Whether it is on the experiment's Pareto front."""
  onFront: Boolean!

  """
  Empty of a supernet and of a fold that policies are judged by: they stand for no design of their own.
  """
  params: JSON!

  """
  Number of the trial that it comes from: the one it goes on from, or (final, repeat) the one it is the same as.
  """
  parent: Int

  """
  Why promoteTrial refuses this trial as it is now, the end of a sentence; null where it does not.
  """
  promotionRefusal: String

  """
  The newest of all attempts, by attempt and step: at most last, which is 1 to 10000.
  """
  reports(last: Int = 200): [Report!]!

  """
  The parent's step after which it goes on; null: it begins at the first step.
  """
  resumeStep: Float

  """
  Why retrainTrial refuses this trial, the end of a sentence; null where it does not.
  """
  retrainingRefusal: String
  startedAt: DateTime
  state: TrialState!

  """One per objective; null until measured."""
  values: [Float!]

  """Σ of the amounts by which constraints are broken."""
  violation: Float

  """Why the searcher proposed it."""
  why: JSON
}

type TrialConnection {
  edges: [TrialEdge!]!

  """
  What happened up to this event is in it: follow experimentEvents from here.
  """
  lastSeq: Int!
  pageInfo: PageInfo!
  totalCount: Int!
}

type TrialCounts {
  cancelled: Int!
  complete: Int!
  failed: Int!
  infeasible: Int!
  pruned: Int!
  running: Int!
  waiting: Int!
}

type TrialEdge {
  cursor: String!
  node: Trial!
}

type TrialFailure {
  code: String!
  message: String!
  stderr: String
}

input TrialFailureInput {
  code: String!
  message: String!
  stderr: String
}

input TrialFilter {
  and: [TrialFilter!]
  kindIn: [TrialKind!]
  metric: MetricFilter
  number: FloatRange

  """Whether it is on the Pareto front."""
  onFront: Boolean
  or: [TrialFilter!]
  param: ParamFilter

  """Number of the trial that it comes from."""
  parent: FloatRange
  stateIn: [TrialState!]

  """First objective."""
  value: FloatRange
}

"""
search: suggested by the searcher. The others are modes of the experiment's own: see Trial.mode.
"""
enum TrialKind {
  baseline
  final
  known
  repeat
  search
}

input TrialOutcomeInput {
  artifacts: [ArtifactInput!]
  failure: TrialFailureInput

  """complete, stopped, cancelled, failed or handed-back."""
  kind: String!
  metrics: JSON
  retry: Boolean
}

input TrialReportInput {
  claim: ClaimRefInput!
  entries: [ReportEntryInput!]!
}

input TrialSort {
  field: TrialSortField!

  """Name of the metric or parameter."""
  key: String
  order: SortOrder!
}

enum TrialSortField {
  duration

  """Needs key."""
  metric
  number

  """Needs key."""
  param
  state

  """First objective; trials without one last."""
  value
}

enum TrialState {
  cancelled
  complete
  failed
  infeasible
  pruned
  running
  waiting
}

type UnfitMethod {
  message: String!
  name: String!

  """searcher or pruner."""
  part: String!
}

type ValueChange {
  """null: not there."""
  from: JSON
  name: String!
  to: JSON
}

type Viewer {
  id: ID!
  name: String!
  role: String!
}
`;
