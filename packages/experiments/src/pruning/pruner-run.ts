import {
  createRng,
  type Experiment,
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
  return {
    version: pruner.stateVersion,
    init: () => pruner.init({ ...context, rng }),
    report(state, { number: trial, staticMetrics }, { step, metrics }) {
      // What is known before training is known at every step.
      const known = { ...staticMetrics, ...metrics };
      const values = spec.objectives.map(({ metric }) => known[metric] ?? Number.NaN);
      return pruner.report(state, { ...context, rng: rng.fork(trial).fork(step) }, { trial, step, values });
    },
  };
}
