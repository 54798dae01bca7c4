/**
 * Steps at which a trial is judged: first, first·η, first·η² … below `maxStep`, rounded, none twice. By multiplication,
 * since floor(log₁₀ 1000) is 2 in floating point.
 */
export function rungSteps({ first, eta, maxStep }: { first: number; eta: number; maxStep: number }): number[] {
  const steps: number[] = [];
  for (let level = first; Math.round(level) < maxStep; level *= eta) {
    const step = Math.round(level);
    if (step !== steps.at(-1)) steps.push(step);
  }
  return steps;
}
