import type { FinishedTrial, Objective } from '@cambium/core';
import { lossVector } from '../history/loss-vector.js';

/**
 * Which trials, in the order told, were improvements: no earlier improvement comes within `least` of it in every objective.
 * With one objective: it is better than the last improvement by more than `least`, so that many small steps add up to one.
 * Only complete trials that break no constraint count.
 */
export function improvements(
  trials: readonly FinishedTrial[],
  objectives: readonly Objective[],
  least: number,
): readonly boolean[] {
  const reached: (readonly number[])[] = [];
  return trials.map(({ state, violation, values }) => {
    const losses = state === 'complete' && violation === 0 ? lossVector(values, objectives) : undefined;
    if (losses === undefined) return false;
    const within = (earlier: readonly number[]) => earlier.every((loss, i) => loss <= (losses[i] ?? 0) + least);
    if (reached.some(within)) return false;
    reached.push(losses);
    return true;
  });
}
