/** The last phase that has begun when `progress`, in [0, 1], of the training is over. */
export function phaseAt<Phase extends { readonly from: number }>(
  phases: readonly Phase[],
  progress: number,
): Phase | undefined {
  return phases.findLast(({ from }) => from <= progress) ?? phases[0];
}
