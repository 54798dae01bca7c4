import type { AugmentationPhase, AugmentationPolicy, DecodeContext, Trial } from '@cambium/core';
import type { CompiledSpace } from '@cambium/spaces';

export interface TrainedIn {
  readonly space: CompiledSpace;
  readonly context: DecodeContext;
  readonly maxStep: number;
}

/**
 * The augmentation that a training had from its start to its end, as a schedule: `line` are the trials that it went through,
 * oldest first, each from the checkpoint of the one before, as population based training does. Undefined where one policy
 * was kept throughout, or there is none.
 */
export function trainedPolicy(
  line: readonly Pick<Trial, 'params' | 'fidelity'>[],
  { space, context, maxStep }: TrainedIn,
): AugmentationPolicy | undefined {
  const endOf = (trial: Pick<Trial, 'fidelity'> | undefined) => trial?.fidelity ?? maxStep;
  const total = endOf(line.at(-1));
  const phases: AugmentationPhase[] = [];
  for (const [i, { params }] of line.entries()) {
    const policy = space.decode(params, context).aug;
    if (policy === undefined) return undefined;
    const from = i === 0 ? 0 : endOf(line[i - 1]) / total;
    if (from >= 1 || sameJson(phases.at(-1)?.policy, policy)) continue;
    phases.push({ from, policy });
  }
  return phases.length > 1 ? { kind: 'schedule', phases } : undefined;
}

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
