import type { DecodeContext, Design } from '../spec/design.js';
import type { BranchName, ExperimentSpec } from '../spec/experiment-spec.js';
import type { Issue } from '../values/issue.js';
import type { Direction, Metrics } from '../values/metrics.js';
import type { ParamValue } from '../values/params.js';
import type { Schema } from '../values/schema.js';

/**
 * `static`: known before training. `report`: at every step and at the end. `final`: of `final` trials only. `supernet`: at
 * every step of trials in the modes `supernet` and `shared-weights` only. `held-out`: of those in the modes `fold` and
 * `density-matching` only. `relaxed-policy`: at every step of trials in that mode only.
 */
export interface MetricDescriptor {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly when: 'static' | 'report' | 'final' | 'supernet' | 'held-out' | 'relaxed-policy';
  /** True: costs time to measure, so it is measured only where an objective, a constraint or a setting asks for it. */
  readonly onDemand?: true;
  /** True: known of an untrained network, so that trials in mode `proxy` measure it as well. As every static metric is. */
  readonly untrained?: true;
  /** True: not one number but one for each value of each choice of the space, named by `choiceMetric`. */
  readonly perChoice?: true;
}

/** Whether designs can be judged by it before their training. */
export function isKnownUntrained({ when, untrained }: Pick<MetricDescriptor, 'when' | 'untrained'>): boolean {
  return when === 'static' || untrained === true;
}

/** What a metric with `perChoice` is called for one value of one parameter: `alpha.arch.edge-0-1.skip_connect`. */
export function choiceMetric(metric: string, param: string, value: ParamValue): string {
  return `${metric}.${param}.${String(value)}`;
}

export type TaskPreparation =
  | {
      readonly kind: 'ready';
      readonly context: DecodeContext;
      readonly maxStep: number;
      /** Searched when the specification gives none. */
      readonly space?: ExperimentSpec['space'];
    }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** A name that the `hp` branch of a task's space may use. */
export interface HyperparameterDescriptor {
  /** What it is and which values it takes, for people. */
  readonly meaning: string;
  /** Accepts its values: names, or the numbers (all of them or the whole ones) between a lowest and a highest. */
  readonly value: Schema<ParamValue>;
  /** True: a space without it is refused. */
  readonly required?: boolean;
}

export type HyperparameterDescriptors = Readonly<Record<string, HyperparameterDescriptor>>;

/** The pure half of a task: what it takes, what it measures. Read by the API; `evaluate` runs in the runner. */
export interface TaskManifest<Settings = unknown> {
  readonly name: string;
  readonly summary: string;
  readonly settings: Schema<Settings>;
  /** Branches of a space that it understands. */
  readonly branches: readonly BranchName[];
  /** True: `prepare` offers a space, so that a specification may leave its own out. */
  readonly ownSpace?: boolean;
  /** Those that the `hp` branch may use, by name; null: any name with any values. A function where settings decide. */
  readonly hyperparameters: HyperparameterDescriptors | null | ((settings: Settings) => HyperparameterDescriptors);
  /** True: winners can be retrained and tested in mode `final`. */
  readonly retrainsFinal: boolean;
  /** True: it knows the modes `supernet` and `shared-weights`, for spaces whose architectures share weights. */
  readonly supernet?: boolean;
  /** True: it knows the modes `fold` and `density-matching`, for spaces of augmentation policies. */
  readonly densityMatching?: boolean;
  /** True: it knows the mode `relaxed-policy`, for spaces of augmentation policies. */
  readonly relaxedPolicy?: boolean;
  /** True: it knows the mode `proxy`, in which a trial measures what is known of an untrained network, and ends. */
  readonly proxies?: boolean;
  metrics(settings: Settings): readonly MetricDescriptor[];
  /** The last step of a trial in this mode; undefined: `maxStep`. */
  modeSteps?(mode: string, settings: Settings): number | undefined;
  /** Looks at the world (is the data set there?) once, at creation. Issue paths start at the settings. */
  prepare(settings: Settings, environment: TaskEnvironment): Promise<TaskPreparation>;
  /**
   * What keeps a design from being trained; paths start at the design. Asked of one point of each new experiment's space: a
   * dialect's own designs can be trained, one that a person wrote may not. Absent: any can. Pure.
   */
  designIssues?(design: Design, settings: Settings, context: DecodeContext): readonly Issue[];
  /** The same settings for training one design again; absent: it would be the same again. Pure. */
  retraining?(settings: Settings, wanted: Retraining): Settings;
  /** Metrics known before training. Pure. */
  staticMetrics(design: Design, settings: Settings, context: DecodeContext): Metrics;
}

/** How one design is trained again. */
export interface Retraining {
  /** Integer ≥ 1; absent: as many as a trial takes. */
  readonly steps?: number;
  /** True: on all data there is, where the search used a part of it. */
  readonly allData?: boolean;
}

/** Where a task finds its data. */
export interface TaskEnvironment {
  /** Folder for data sets that were fetched and for user data. */
  readonly dataDir: string;
  /** The engine backend of the slot that runs the trial; absent: the best one there is. */
  readonly backend?: string;
}

/** The descriptors for parsed settings; null: any name with any values. */
export function hyperparametersOf(task: TaskManifest, settings: unknown): HyperparameterDescriptors | null {
  return typeof task.hyperparameters === 'function' ? task.hyperparameters(settings) : task.hyperparameters;
}

export function defineTask<Settings>(manifest: TaskManifest<Settings>): TaskManifest {
  return manifest as unknown as TaskManifest;
}
