import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { drawChoice, softmax } from './draw-choice.js';
import { relaxGradient } from './relax-gradient.js';

const logits = [0.4, -0.8, 1, 0];
const losses = [1, -2, 0.5, 3];
const draws = 10_000;

/** d/dℓ_k Σ p_i f_i = p_k (f_k − Σ p_i f_i). */
function exactGradient(): number[] {
  const p = [...softmax(logits)];
  const mean = p.reduce((sum, share, i) => sum + share * (losses[i] as number), 0);
  return p.map((share, k) => share * ((losses[k] as number) - mean));
}

/** Mean and variance of each component over many draws. */
function momentsOf(guesses: readonly number[]) {
  const rng = createRng('relax');
  const [sum, squares] = [new Float64Array(4), new Float64Array(4)];
  for (let i = 0; i < draws; i++) {
    const drawn = drawChoice(logits, rng);
    const loss = losses[drawn.index] as number;
    const { logits: g } = relaxGradient({ logits, drawn, loss, guesses, temperature: 0.5 });
    g.forEach((value, k) => {
      sum[k]! += value;
      squares[k]! += value * value;
    });
  }
  const means = [...sum].map((value) => value / draws);
  return { means, variances: means.map((mean, k) => (squares[k] as number) / draws - mean * mean) };
}

describe('drawChoice', () => {
  it('draws each option with its probability', () => {
    const rng = createRng('choice');
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < draws; i++) counts[drawChoice(logits, rng).index]! += 1;
    // Seeded. Binomial: five standard deviations are at most 0.025; false alarm below 1e-5.
    [...softmax(logits)].forEach((p, k) => expect(Math.abs((counts[k] as number) / draws - p)).toBeLessThan(0.025));
  });
});

describe('relaxGradient', () => {
  it.each([
    ['nothing', [0, 0, 0, 0]],
    ['the losses', losses],
    ['nonsense', [5, 1, -4, 0]],
  ])('is right on average when the control variate guesses %s', (_, guesses) => {
    const { means, variances } = momentsOf(guesses);
    exactGradient().forEach((exact, k) => {
      // Seeded. Five standard errors of each mean; false alarm below 1e-5 for all twelve together.
      const error = Math.sqrt((variances[k] as number) / draws);
      expect(Math.abs((means[k] as number) - exact)).toBeLessThan(5 * error);
    });
  });

  it('varies less when the guesses are good, more when they are not', () => {
    const total = (guesses: readonly number[]) => momentsOf(guesses).variances.reduce((sum, value) => sum + value, 0);
    const [without, good, bad] = [total([0, 0, 0, 0]), total(losses), total([5, 1, -4, 0])];
    expect(good).toBeLessThan(0.7 * without);
    expect(bad).toBeGreaterThan(without);
  });

  it('differentiates its own square by the guesses', () => {
    const rng = createRng('variance');
    const guesses = [0.3, -1, 0.7, 2];
    for (let i = 0; i < 20; i++) {
      const drawn = drawChoice(logits, rng);
      const at = (own: readonly number[]) =>
        relaxGradient({ logits, drawn, loss: 1.5, guesses: own, temperature: 0.5 });
      const square = (own: readonly number[]) => at(own).logits.reduce((sum, g) => sum + g * g, 0);
      at(guesses).guesses.forEach((slope, k) => {
        const shifted = (by: number) => guesses.map((guess, j) => guess + (j === k ? by : 0));
        expect(slope).toBeCloseTo((square(shifted(1e-4)) - square(shifted(-1e-4))) / 2e-4, 5);
      });
    }
  });
});
