import {
  createRng,
  type Experiment,
  type ExperimentSpec,
  type Json,
  type PrunerDefinition,
  type Registry,
  type ReportEntry,
  type Trial,
} from '@cambium/core';
import { parseWith } from '../spec/schema-issues.js';

/** An experiment's pruner with its options bound. */
export interface PrunerRun {
  readonly version: number;
  /** Before the first report. */
  init(): Json;
  /** Pure: every draw comes from a fork of the seed that belongs to this trial and step. */
  report(
    state: Json,
    trial: Pick<Trial, 'number' | 'staticMetrics'>,
    entry: ReportEntry,
  ): { readonly decision: 'continue' | 'stop'; readonly state: Json };
}

/** Null for an experiment without a pruner. @throws Error when the options do not fit the pruner any more. */
export function prunerRun(
  pruners: Registry<PrunerDefinition>,
  { spec, maxStep }: Pick<Experiment, 'spec' | 'maxStep'>,
): PrunerRun | null {
  if (spec.pruner === undefined) return null;
  const pruner = pruners.get(spec.pruner.name);
  const options = parseWith(pruner.options, spec.pruner.options);
  if (options.kind === 'refused') throw new Error(`the options of pruner ${pruner.name} are not valid any more`);
  const rng = createRng(spec.seed).fork('pruner');
  const context = { options: options.data, objectives: spec.objectives, maxStep };
  const untrained = pruner.untrainedMetric?.(options.data);
  const judged = untrained === undefined ? spec.objectives.map(({ metric }) => metric) : [untrained];
  return {
    version: pruner.stateVersion,
    init: () => pruner.init({ ...context, rng }),
    report(state, { number: trial, staticMetrics }, { step, metrics }) {
      // What is known before training is known at every step.
      const known = { ...staticMetrics, ...metrics };
      const values = judged.map((metric) => known[metric] ?? Number.NaN);
      return pruner.report(state, { ...context, rng: rng.fork(trial).fork(step) }, { trial, step, values });
    },
  };
}

/** What an experiment's pruner judges trials by before their training; null where it does not, or is not valid any more. */
export function untrainedMetricOf(
  pruners: Registry<PrunerDefinition>,
  { pruner: given }: Pick<ExperimentSpec, 'pruner'>,
): string | null {
  const pruner = given && pruners.find(given.name);
  const options = pruner && parseWith(pruner.options, given.options);
  return options?.kind === 'parsed' ? (pruner?.untrainedMetric?.(options.data) ?? null) : null;
}
