/** One stage of successive halving: so many trials, each up to this step. */
export interface Rung {
  readonly size: number;
  readonly fidelity: number;
}

/** Successive halving from a number of trials down to its best: rungs from the lowest fidelity to the last step. */
export type Bracket = readonly [Rung, ...Rung[]];

export interface FidelityRange {
  /** No trial gets less (r). */
  readonly minSteps: number;
  /** R. */
  readonly maxStep: number;
  /** Whole: only then are the sizes exact. */
  readonly eta: number;
}

/**
 * The brackets of Hyperband (Li et al. 2018, algorithm 1), the one that halves most first: s = s_max … 0 starts
 * n = ⌈(s_max + 1)/(s + 1) · η^s⌉ trials at R·η^−s and keeps ⌊n·η^−i⌋ of them in rung i.
 */
export function hyperbandBrackets(range: FidelityRange): readonly [Bracket, ...Bracket[]] {
  const most = mostHalvings(range);
  const bracketAt = (halvings: number) => {
    const trials = Math.ceil(((most + 1) * range.eta ** halvings) / (halvings + 1));
    return halvingBracket(range, { trials, halvings });
  };
  return [bracketAt(most), ...Array.from({ length: most }, (_, i) => bracketAt(most - 1 - i))];
}

/** So many trials at R·η^−halvings, of which each rung keeps one in η, and at least one. Fidelities are whole steps. */
export function halvingBracket(
  { maxStep, eta }: FidelityRange,
  { trials, halvings }: { readonly trials: number; readonly halvings: number },
): Bracket {
  const rungAt = (i: number): Rung => ({
    size: Math.max(1, Math.floor(trials / eta ** i)),
    fidelity: Math.round(maxStep / eta ** (halvings - i)),
  });
  return [rungAt(0), ...Array.from({ length: halvings }, (_, i) => rungAt(i + 1))];
}

/** s_max = ⌊log_η(R/r)⌋ by multiplication: in floating point ⌊log₁₀ 1000⌋ is 2. */
export function mostHalvings({ minSteps, maxStep, eta }: FidelityRange): number {
  let count = 0;
  for (let steps = minSteps * eta; steps <= maxStep; steps *= eta) count++;
  return count;
}
