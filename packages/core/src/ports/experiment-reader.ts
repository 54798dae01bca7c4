import type { Attempt } from '../trial/attempt.js';
import type { ArtifactLink } from '../trial/claim.js';
import type { Experiment, ExperimentState } from '../trial/experiment.js';
import type { FrontMember } from '../trial/front-member.js';
import type { Report } from '../trial/report.js';
import type { Trial, TrialKind, TrialState } from '../trial/trial.js';
import type { Direction } from '../values/metrics.js';
import type { Params, ParamValue } from '../values/params.js';

export interface PageRequest {
  /** 1 to 500. */
  readonly first: number;
  /** A cursor of an earlier page of the same filter and sort. @throws CambiumError `fix-input` when it is not one. */
  readonly after?: string;
}

/** A keyset page. */
export interface Page<T> {
  readonly items: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
}

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export interface ExperimentFilter {
  readonly and?: readonly ExperimentFilter[];
  readonly or?: readonly ExperimentFilter[];
  readonly stateIn?: readonly ExperimentState[];
  readonly nameContains?: string;
  readonly searcherIn?: readonly string[];
  /** Whether a trial of it is promoted. */
  readonly promoted?: boolean;
  /** Ids that no experiment has are in vain. */
  readonly idIn?: readonly string[];
  /** Of the first objective. */
  readonly objective?: { readonly metric: string; readonly direction: Direction };
}

export interface ExperimentSort {
  readonly field: 'createdAt' | 'name';
  readonly order: 'ASC' | 'DESC';
}

export interface TrialFilter {
  readonly and?: readonly TrialFilter[];
  readonly or?: readonly TrialFilter[];
  readonly stateIn?: readonly TrialState[];
  readonly kindIn?: readonly TrialKind[];
  readonly number?: Range;
  /** Whether it is on the Pareto front. */
  readonly onFront?: boolean;
  /** Number of the trial that it comes from. */
  readonly parent?: Range;
  /** First objective. */
  readonly value?: Range;
  readonly metric?: { readonly name: string; readonly range: Range };
  readonly param?: { readonly name: string; readonly in?: readonly ParamValue[]; readonly range?: Range };
}

export interface TrialSort {
  readonly field: 'number' | 'value' | 'state' | 'duration' | 'metric' | 'param';
  readonly order: 'ASC' | 'DESC';
  /** Name of the metric or parameter. */
  readonly key?: string;
}

/** What of an experiment never changes: it says what its trials' params mean and where they end. */
export type FrozenExperiment = Pick<Experiment, 'id' | 'workspaceId' | 'spec' | 'context' | 'maxStep'>;

/** Rows belong together by index; complete and pruned trials of the search that have a first value, by number. */
export interface HistoryColumns {
  readonly number: readonly number[];
  readonly value: readonly number[];
  readonly state: readonly TrialState[];
  /** The step at which it was to end; null: at the experiment's `maxStep`. */
  readonly fidelity: readonly (number | null)[];
  /** Whether it can be the best: an ordinary trial that is complete and breaks no constraint. */
  readonly candidate: readonly boolean[];
}

/** The same trials as in {@link HistoryColumns}; rows belong together by index, by number. */
export interface ObjectiveColumns {
  readonly number: readonly number[];
  /** One row per trial: one value per objective. */
  readonly values: readonly (readonly number[])[];
  readonly state: readonly TrialState[];
  /** The step at which it was to end; null: at the experiment's `maxStep`. */
  readonly fidelity: readonly (number | null)[];
  /** Whether it can be on the front: an ordinary trial that is complete and breaks no constraint. */
  readonly candidate: readonly boolean[];
}

/**
 * What the search had come to when its trials ended. Rows belong together by index, by the time of their end: of the
 * ordinary complete trials that break no constraint and have a first value.
 */
export interface CostColumns {
  readonly number: readonly number[];
  readonly value: readonly number[];
  /** The step at which it was to end; null: at the experiment's `maxStep`. */
  readonly fidelity: readonly (number | null)[];
  /** Device milliseconds that attempts of the search's trials had taken which had ended by then, its own among them. */
  readonly deviceMs: readonly number[];
  /** Trials of the search, in whatever mode, that had been on a device and ended by then, itself among them. */
  readonly ended: readonly number[];
  /** The same two by now, of all attempts and trials that have ended. */
  readonly total: { readonly deviceMs: number; readonly ended: number };
}

/** A design and what it reached in the first objective. */
export interface ScoredParams {
  readonly params: Params;
  readonly value: number;
}

/** A complete trial of a network that was both judged by shared weights and trained from scratch. */
export interface NetworkTrial {
  readonly number: number;
  readonly state: 'complete';
  /** `shared-weights`, or null where it was trained from scratch. */
  readonly mode: string | null;
  readonly params: Params;
  /** One per objective. */
  readonly values: readonly number[];
}

/** What a chart's trials can be filtered by. Every part given must hold. */
export interface ChartFilter {
  readonly stateIn?: readonly TrialState[];
  readonly kindIn?: readonly TrialKind[];
  readonly number?: Range;
  readonly onFront?: boolean;
}

export interface CurvesQuery {
  readonly experimentIds: readonly string[];
  readonly metric: string;
  /** Most curves of each experiment's trials that match; unfinished and kept ones may be more. */
  readonly maxTrials: number;
  readonly filter?: ChartFilter;
  /** Numbers of trials whose curves come whatever their rank, when they match. */
  readonly keep?: readonly number[];
}

export interface MetricCurve {
  readonly trialNumber: number;
  readonly state: TrialState;
  readonly mode: string | null;
  /** The step at which it is to end; null: at the experiment's `maxStep`. */
  readonly fidelity: number | null;
  /** First objective; null before the trial ends with one. */
  readonly objective: number | null;
  readonly step: readonly number[];
  readonly value: readonly (number | null)[];
}

export interface MetricCurves {
  readonly curves: readonly MetricCurve[];
  /** Of all trials that match and have such a curve. */
  readonly totalCount: number;
}

/** When a trial was on a runner; `finishedAt` is null while it is. Milliseconds since 1970. */
export interface TrialRun {
  readonly experimentId: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** Lists for pages and charts. Sorts, filters and samples on the database's side; a list costs a constant number of statements. */
export interface ExperimentReader {
  experiments(
    query: PageRequest & { workspaceId: string; filter?: ExperimentFilter; sort?: ExperimentSort },
  ): Promise<Page<Experiment>>;
  countExperiments(workspaceId: string, filter?: ExperimentFilter): Promise<number>;
  trials(query: PageRequest & { experimentId: string; filter?: TrialFilter; sort?: TrialSort }): Promise<Page<Trial>>;
  countTrials(experimentId: string, filter?: TrialFilter): Promise<number>;
  /** First pages of several experiments' trials in one statement, by experiment id: for lists of experiments. */
  trialPages(query: {
    experimentIds: readonly string[];
    first: number;
    filter?: TrialFilter;
    sort?: TrialSort;
  }): Promise<ReadonlyMap<string, Page<Trial>>>;
  /** In one statement, by experiment id. */
  countTrialsOf(experimentIds: readonly string[], filter?: TrialFilter): Promise<ReadonlyMap<string, number>>;
  trialsByIds(ids: readonly string[]): Promise<readonly Trial[]>;
  trialsByNumbers(keys: readonly { experimentId: string; number: number }[]): Promise<readonly Trial[]>;
  /** Trials of a mode of the ledger's that few have, of any of these experiments; by number. */
  trialsOfMode(experimentIds: readonly string[], mode: 'final' | 'baseline'): Promise<readonly Trial[]>;
  /**
   * Of each of these trials what it is built on: the trial that it comes from or owes most, that one's, and so on; oldest
   * first, the trial itself last, at most the newest `most`. By trial id.
   */
  lineages(trialIds: readonly string[], most: number): Promise<ReadonlyMap<string, readonly Trial[]>>;
  /** The newest `first` trials of the search, by number, that have been on a runner: of each of these experiments. */
  newestRuns(experimentIds: readonly string[], first: number): Promise<readonly TrialRun[]>;
  attemptsOf(trialIds: readonly string[]): Promise<readonly Attempt[]>;
  /** The newest `most` of each trial, over all its attempts; by attempt epoch, then step. */
  reportsOf(trialIds: readonly string[], most: number): Promise<readonly Report[]>;
  artifactsOf(
    trialIds: readonly string[],
  ): Promise<readonly (ArtifactLink & { readonly trialId: string; readonly attemptId: string })[]>;
  /** False when no trial of the workspace links to this digest: then it may not be read either. */
  ownsArtifact(workspaceId: string, digest: string): Promise<boolean>;
  frozenExperiments(ids: readonly string[]): Promise<readonly FrozenExperiment[]>;
  /** Members of the Pareto fronts, by experiment id; each by number. */
  fronts(experimentIds: readonly string[]): Promise<ReadonlyMap<string, readonly FrontMember[]>>;
  /** By experiment id. */
  objectives(experimentIds: readonly string[]): Promise<ReadonlyMap<string, ObjectiveColumns>>;
  /**
   * Params and first value of each experiment's newest ordinary complete trials that break no constraint and ran all their
   * steps, at most `most`; by experiment id.
   */
  scoredParams(experimentIds: readonly string[], most: number): Promise<ReadonlyMap<string, readonly ScoredParams[]>>;
  /** The trials of all networks with scores of both kinds, by experiment id; each by number. */
  networkTrials(experimentIds: readonly string[]): Promise<ReadonlyMap<string, readonly NetworkTrial[]>>;
  /** By experiment id. */
  histories(experimentIds: readonly string[]): Promise<ReadonlyMap<string, HistoryColumns>>;
  /** By experiment id. */
  costs(experimentIds: readonly string[]): Promise<ReadonlyMap<string, CostColumns>>;
  /**
   * The newest attempt's curve of one metric, the best trials first (by `compareResults`); by experiment id. Unfinished
   * trials of the numbers and kinds asked for always come too, whatever their state: they may yet match.
   */
  curves(query: CurvesQuery): Promise<ReadonlyMap<string, MetricCurves>>;
}
