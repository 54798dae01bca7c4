import type { ExperimentSpec, JsonObject, Params, Retraining, TaskManifest, Trial } from '@cambium/core';
import { parseWith } from './schema-issues.js';

export interface RetrainChange extends Retraining {
  /** An architecture as JSON, in place of the trial's own: a larger or smaller one. */
  readonly network?: JsonObject;
  readonly name?: string;
}

/**
 * The specification of an experiment that evaluates one point, what the trial has shown to be good, and trains it as the
 * winner that it is. What the search was bounded by, its constraints and time limits, does not bind it.
 */
export function retrainingSpec(
  { name, task: asked, space, objectives, budget, seed }: ExperimentSpec,
  { number, params }: Trial,
  { task, change }: { readonly task: TaskManifest; readonly change: RetrainChange },
): object {
  const { network, name: newName, ...wanted } = change;
  const parsed = parseWith(task.settings, asked.settings);
  const settings = parsed.kind === 'parsed' ? task.retraining?.(parsed.data, wanted) : undefined;
  const title = `trial-${number}`;
  return {
    name: newName ?? `${name}: trial ${number} again`.slice(0, 200),
    task: { name: asked.name, settings: settings ?? asked.settings },
    space: network === undefined ? space : { ...space, arch: { dialect: 'network', name: title, ...network } },
    objectives,
    budget: { maxTrials: 1, maxParallel: 1, maxAttempts: budget.maxAttempts },
    final: { top: task.retrainsFinal ? 1 : 0 },
    warmStart: { points: [network === undefined ? params : { ...withoutArchitecture(params), 'arch.network': title }] },
    seed,
  };
}

function withoutArchitecture(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('arch.')));
}
