import type { ChoiceLayout, Path } from './choices.js';

export interface DrawnPath {
  readonly path: Path;
  /** Its reward above the baseline. */
  readonly advantage: number;
}

/**
 * The gradient, for the logits of independent softmaxes, of −mean(advantage · log π(path)) − λ·H(π) (Williams 1992; the
 * entropy bonus as in Zoph et al. 2018). To be descended.
 */
export function policyGradient(
  layout: ChoiceLayout,
  policy: Float64Array,
  drawn: readonly DrawnPath[],
  entropyWeight: number,
): Float64Array {
  const gradient = new Float64Array(layout.size);
  layout.choices.forEach(({ param, values }, choice) => {
    const start = layout.offset(choice);
    const at = (i: number) => policy[start + i] as number;
    for (const { path, advantage } of drawn) {
      values.forEach((value, i) => {
        // ∂ log p_j / ∂ logit_i = δ_ij − p_i.
        const slope = (path[param] === value ? 1 : 0) - at(i);
        gradient[start + i] = (gradient[start + i] as number) - (advantage * slope) / drawn.length;
      });
    }
    const entropy = -values.reduce<number>((sum, _, i) => sum + at(i) * safeLog(at(i)), 0);
    // ∂H / ∂ logit_i = −p_i·(log p_i + H).
    values.forEach((_, i) => {
      gradient[start + i] = (gradient[start + i] as number) + entropyWeight * at(i) * (safeLog(at(i)) + entropy);
    });
  });
  return gradient;
}

function safeLog(p: number): number {
  return Math.log(Math.max(p, 1e-300));
}
