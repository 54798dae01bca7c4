import type { AugmentationPolicy, FrozenExperiment, Trial } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { trainedPolicy } from '../spec/trained-policy.js';
import { lineOfTrial } from './line-of-trial.js';

/** Those that train a design of an earlier trial from its start. */
const anew: ReadonlySet<string | null> = new Set(['final', 'repeat']);

/**
 * The schedule of augmentation that led to a trial's network, where its policy changed on the way from one checkpoint to the
 * next. Whoever trains it anew needs the schedule and not its last part.
 */
export async function scheduledPolicy(
  trial: Trial,
  { spec, context, maxStep }: Pick<FrozenExperiment, 'spec' | 'context' | 'maxStep'>,
  byNumber: (number: number) => Promise<Trial | undefined>,
): Promise<AugmentationPolicy | undefined> {
  if (spec.space.aug === undefined || trial.parent === null) return undefined;
  const line = await lineOfTrial(trial, byNumber);
  const trained = anew.has(trial.mode) ? line.slice(0, -1) : line;
  return trainedPolicy(trained, { space: requireSpace(spec.space), context, maxStep });
}

/** The policy with which a trial is trained, where it is not what its params say: a winner's schedule, trained anew. */
export async function replayedPolicy(...[trial, ...rest]: Parameters<typeof scheduledPolicy>) {
  return anew.has(trial.mode) ? scheduledPolicy(trial, ...rest) : undefined;
}
