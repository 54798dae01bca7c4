import { type DrawnChoice, softmax } from './draw-choice.js';

export interface RelaxPoint {
  readonly logits: ArrayLike<number>;
  readonly drawn: DrawnChoice;
  /** What the choice cost. */
  readonly loss: number;
  /** φ of the control variate c(z) = Σ φ · softmax(z / temperature): guesses what each option costs. */
  readonly guesses: ArrayLike<number>;
  readonly temperature: number;
}

export interface RelaxGradient {
  /** An unbiased estimate of the gradient of the expected loss, whatever the guesses are. */
  readonly logits: Float64Array;
  /** Of ‖that estimate‖², whose mean is its variance but for a constant. */
  readonly guesses: Float64Array;
}

/**
 * RELAX for one choice (Grathwohl et al. 2018): (loss − c(z̃)) ∇ log p + ∇ c(z) − ∇ c(z̃). The noise z̃
 * given the choice is coupled to z: equal to it now, but the option that was drawn stays drawn as the logits move. What moves
 * with them in z and not in z̃ is e^(z_k − z_drawn) of each option k, which leaves no noise to draw.
 */
export function relaxGradient({ logits, drawn, loss, guesses, temperature }: RelaxPoint): RelaxGradient {
  const { index, noisy } = drawn;
  const count = noisy.length;
  const p = softmax(logits);
  const relaxed = softmax(noisy.map((z) => z / temperature));
  const moves = noisy.map((z) => Math.exp(z - (noisy[index] as number)));
  const control = relaxed.reduce((sum, share, k) => sum + share * (guesses[k] as number), 0);
  const at = (values: ArrayLike<number>, k: number) => values[k] as number;
  const score = p.map((share, k) => (k === index ? 1 : 0) - share);
  const slope = relaxed.map((share, k) => (share * (at(guesses, k) - control) * at(moves, k)) / temperature);
  const total = slope.reduce((sum, value) => sum + value, 0);
  const gradient = score.map((s, k) => (loss - control) * s + at(slope, k) - at(p, k) * total);

  const mean = gradient.reduce((sum, g, k) => sum + at(p, k) * g, 0);
  const along = gradient.reduce((sum, g, k) => sum + g * at(score, k), 0);
  const pull = gradient.map((g, k) => at(moves, k) * (g - mean));
  const centre = relaxed.reduce((sum, share, k) => sum + share * at(pull, k), 0);
  const variance = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    variance[k] = 2 * at(relaxed, k) * ((at(pull, k) - centre) / temperature - along);
  }
  return { logits: gradient, guesses: variance };
}
