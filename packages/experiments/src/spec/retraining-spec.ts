import {
  type AugmentationPolicy,
  type ExperimentSpec,
  type JsonObject,
  type Params,
  pointWithPolicy,
  type Retraining,
  spaceOfTrial,
  type TaskManifest,
  type Trial,
} from '@cambium/core';
import { parseWith } from './schema-issues.js';

export interface RetrainChange extends Retraining {
  /** An architecture as JSON, in place of the trial's own: a larger or smaller one. */
  readonly network?: JsonObject;
  readonly name?: string;
}

export interface RetrainParts {
  readonly task: TaskManifest;
  readonly change: RetrainChange;
  /** In place of the trial's own: where its training had another before. */
  readonly policy?: AugmentationPolicy | undefined;
}

/**
 * The specification of an experiment that evaluates one point, what the trial has shown to be good, and trains it as the
 * winner that it is. What the search was bounded by, its constraints and time limits, does not bind it.
 */
export function retrainingSpec(
  { name, task: asked, space, objectives, budget, seed }: ExperimentSpec,
  trial: Trial,
  { task, change, policy }: RetrainParts,
): object {
  const { number, params } = trial;
  const { network, name: newName, ...wanted } = change;
  const parsed = parseWith(task.settings, asked.settings);
  const settings = parsed.kind === 'parsed' ? task.retraining?.(parsed.data, wanted) : undefined;
  const title = `trial-${number}`;
  const own = { params, space: spaceOfTrial({ space }, trial) };
  const point = policy === undefined ? own : pointWithPolicy(own.space, own.params, policy);
  return {
    name: newName ?? `${name}: trial ${number} again`.slice(0, 200),
    task: { name: asked.name, settings: settings ?? asked.settings },
    space:
      network === undefined ? point.space : { ...point.space, arch: { dialect: 'network', name: title, ...network } },
    objectives,
    budget: { maxTrials: 1, maxParallel: 1, maxAttempts: budget.maxAttempts },
    final: { top: task.retrainsFinal ? 1 : 0 },
    warmStart: {
      points: [network === undefined ? point.params : { ...withoutArchitecture(point.params), 'arch.network': title }],
    },
    baselines: [],
    seed,
  };
}

function withoutArchitecture(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('arch.')));
}
