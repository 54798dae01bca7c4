import { proxyMode } from '../spec/experiment-spec.js';
import { densityMatchingMode, foldMode } from './density-matching.js';
import { relaxedPolicyMode } from './relaxed-policy.js';
import type { TaskManifest } from './task.js';
import { hasOwnDesign, supernetMode, type TrialState } from './trial.js';

/** Modes of trials that leave no model of their own. */
const withoutModel: Readonly<Record<string, string>> = {
  [supernetMode]: 'it trained all designs at once; promote one of them',
  'shared-weights': "it was judged with a supernet's weights; train it again and promote that",
  [foldMode]: 'it trained on a part of the images, for policies to be judged; promote a trial with one of them',
  [relaxedPolicyMode]: 'it learnt policies while it trained; promote a trial with one of them',
  [densityMatchingMode]: 'its policy was judged without a training; train it again and promote that',
  [proxyMode]: 'it was judged without a training; train it again and promote that',
  known: 'it is a result of an earlier experiment; promote it there',
};

interface Stated {
  readonly state: TrialState;
  readonly mode: string | null;
}

/** Why a trial can't be promoted, the end of a sentence; null: it can. */
export function promotionRefusal({ state, mode }: Stated): string | null {
  const reason = withoutModel[mode ?? ''];
  if (reason !== undefined) return reason;
  return state === 'complete' ? null : `it is ${state}; only a complete trial leaves a model`;
}

/** Why a trial of this task can't be trained again, the end of a sentence; null: it can, in whatever state it is. */
export function retrainingRefusal(
  trial: Pick<Stated, 'mode'>,
  task: Pick<TaskManifest, 'name' | 'retraining'>,
): string | null {
  if (trial.mode === foldMode)
    return 'it trained without a policy, for policies to be judged; train a trial with one again';
  if (trial.mode === relaxedPolicyMode) return 'it learnt policies while it trained; train a trial with one again';
  if (!hasOwnDesign(trial)) return 'it trained all designs at once; train one of them again';
  return task.retraining === undefined ? `task ${task.name} trains nothing, it would be the same again` : null;
}
