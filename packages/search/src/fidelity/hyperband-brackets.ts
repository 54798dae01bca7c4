/** One stage of successive halving: so many trials, each up to this step. */
export interface Rung {
  readonly size: number;
  readonly fidelity: number;
}

/** Successive halving from a number of trials down to its best. */
export interface Bracket {
  /** s in the paper: how often it halves. */
  readonly halvings: number;
  /** From the lowest fidelity to `maxStep`. */
  readonly rungs: readonly [Rung, ...Rung[]];
}

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
 * n = ⌈(s_max + 1)/(s + 1) · η^s⌉ trials at R·η^−s and keeps ⌊n·η^−i⌋ of them in rung i. Fidelities are rounded to whole
 * steps.
 */
export function hyperbandBrackets(range: FidelityRange): readonly [Bracket, ...Bracket[]] {
  const most = mostHalvings(range);
  const rest = Array.from({ length: most }, (_, i) => bracketOf(range, { most, halvings: most - 1 - i }));
  return [bracketOf(range, { most, halvings: most }), ...rest];
}

/** s_max = ⌊log_η(R/r)⌋ by multiplication: in floating point ⌊log₁₀ 1000⌋ is 2. */
export function mostHalvings({ minSteps, maxStep, eta }: FidelityRange): number {
  let count = 0;
  for (let steps = minSteps * eta; steps <= maxStep; steps *= eta) count++;
  return count;
}

function bracketOf(
  { maxStep, eta }: FidelityRange,
  { most, halvings }: { readonly most: number; readonly halvings: number },
): Bracket {
  const trials = Math.ceil(((most + 1) * eta ** halvings) / (halvings + 1));
  const rungAt = (i: number): Rung => ({
    size: Math.floor(trials / eta ** i),
    fidelity: Math.round(maxStep / eta ** (halvings - i)),
  });
  return { halvings, rungs: [rungAt(0), ...Array.from({ length: halvings }, (_, i) => rungAt(i + 1))] };
}
