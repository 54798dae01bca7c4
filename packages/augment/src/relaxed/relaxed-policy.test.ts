import { createRng, type Rng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { applyPolicies, applyPolicy } from '../policy/apply-policy.js';
import { choiceEntropy, deriveSubPolicies, learntSubPolicies } from './derive-sub-policies.js';
import { opCombinations } from './op-combinations.js';
import { guessCount, type ImageSignal, policyGradient } from './policy-gradient.js';
import {
  certainPolicy,
  clampMagnitudes,
  type DrawnSubPolicy,
  drawSubPolicy,
  magnitudeAt,
  policyLayout,
  probabilityAt,
  type RelaxedPolicy,
  startValues,
} from './relaxed-policy.js';

const policyOver = (ops: readonly string[], change: Partial<RelaxedPolicy> = {}): RelaxedPolicy => ({
  candidates: opCombinations(ops, 2),
  learnsProbabilities: true,
  learnsMagnitudes: true,
  ...change,
});
const four = policyOver(['rotate', 'invert', 'solarize', 'color']);

describe('opCombinations', () => {
  it('pairs 15 ops in 105 ways, each pair once', () => {
    const ops = Array.from({ length: 15 }, (_, i) => `op-${i}`);
    const pairs = opCombinations(ops, 2);
    expect(pairs).toHaveLength(105);
    expect(new Set(pairs.map((pair) => pair.toSorted().join())).size).toBe(105);
    expect(opCombinations(ops, 1)).toHaveLength(15);
    expect(opCombinations(['a', 'b', 'c', 'd'], 3)).toEqual(['abc', 'abd', 'acd', 'bcd'].map((each) => [...each]));
  });

  it('takes fewer ops than steps in turn', () => {
    expect(opCombinations(['a', 'b'], 3)).toEqual([['a', 'b', 'a']]);
  });
});

describe('a relaxed policy', () => {
  it('begins with equal candidates, and probabilities and magnitudes of a half', () => {
    const learnt = learntSubPolicies(four, startValues(four));
    expect(learnt).toHaveLength(6);
    for (const { weight, steps } of learnt) {
      expect(weight).toBeCloseTo(1 / 6, 12);
      expect(steps.map(({ probability, magnitude }) => [probability, magnitude])).toEqual([
        [0.5, 0.5],
        [0.5, 0.5],
      ]);
    }
    expect(choiceEntropy(four, startValues(four))).toBeCloseTo(Math.log(6), 12);
  });

  it('is certain of the steps that were drawn, and of those alone', () => {
    const values = startValues(four);
    const rng = createRng('certain');
    const counts = [0, 0, 0];
    for (let i = 0; i < 4000; i++) {
      const certain = certainPolicy(four, values, drawSubPolicy(four, values, rng));
      if (certain.kind !== 'sequence') throw new Error(certain.kind);
      expect(certain.steps.every(({ probability, magnitude }) => probability === 1 && magnitude === 0.5)).toBe(true);
      counts[certain.steps.length]! += 1;
    }
    // Seeded. Binomial(4000, ¼, ½, ¼): five standard deviations are 158 at most; false alarm below 1e-5.
    [1000, 2000, 1000].forEach((mean, k) => expect(Math.abs((counts[k] as number) - mean)).toBeLessThan(158));
  });

  it('gives each image its own steps, and the same as a policy that is theirs', () => {
    const images = Uint8Array.from({ length: 4 * 64 }, (_, i) => (i * 37) % 256);
    const batch = { images, count: 4, shape: [8, 8, 1] as const };
    const step = (op: string) => ({ kind: 'sequence' as const, steps: [{ op, magnitude: 0.7, probability: 1 }] });
    const same = applyPolicies(
      Array.from({ length: 4 }, () => step('rotate')),
      batch,
      createRng(3),
    );
    expect(same).toEqual(applyPolicy(step('rotate'), batch, createRng(3)));
    const mixed = applyPolicies(['invert', 'identity', 'invert', 'identity'].map(step), batch, createRng(3)).images;
    images.forEach((pixel, i) => expect(mixed[i]).toBe(Math.floor(i / 64) % 2 === 0 ? 255 - pixel : pixel));
  });

  it('keeps magnitudes in their range, and nothing else', () => {
    const start = startValues(four).map((_, i) => (i % 2 === 0 ? 3 : -3));
    const values = start.slice();
    clampMagnitudes(four, values);
    const first = policyLayout(four).magnitude({ candidate: 0, step: 0 });
    expect(values.slice(0, first)).toEqual(start.slice(0, first));
    expect(values.slice(first)).toEqual(start.slice(first).map((value) => (value > 0 ? 1 : 0)));
  });
});

const drawnAs = (candidate: number, happens: readonly number[]): DrawnSubPolicy => ({
  candidate: { index: candidate, noisy: Float64Array.from({ length: 6 }, (_, i) => (i === candidate ? 1 : 0)) },
  steps: happens.map((index) => ({ index, noisy: Float64Array.from([index === 0 ? 1 : 0, index === 0 ? 0 : 1]) })),
});

describe('policyGradient', () => {
  const at = (policy: RelaxedPolicy) => ({
    values: startValues(policy),
    guesses: new Float64Array(guessCount(policy)),
    temperature: 0.5,
  });

  it('gives a magnitude the sum over the pixels of the images whose step happened', () => {
    const signals: ImageSignal[] = [
      { drawn: drawnAs(2, [0, 1]), loss: 0, pixelSum: 0.25 },
      { drawn: drawnAs(2, [0, 0]), loss: 0, pixelSum: -1 },
      { drawn: drawnAs(4, [1, 1]), loss: 0, pixelSum: 7 },
    ];
    const { values } = policyGradient(four, at(four), signals);
    const layout = policyLayout(four);
    const magnitudes = [2, 4].map((candidate) => [0, 1].map((step) => values[layout.magnitude({ candidate, step })]));
    expect(magnitudes).toEqual([
      [-0.75, -1],
      [0, 0],
    ]);
    const fixed = policyOver(['a', 'b', 'c', 'd'], { learnsMagnitudes: false, learnsProbabilities: false });
    const rest = policyGradient(fixed, at(fixed), signals).values.slice(6);
    expect(rest.every((value) => value === 0)).toBe(true);
  });

  it('is on average the exact gradient of the expected loss', () => {
    const values = startValues(four);
    const start = createRng('start');
    for (let i = 0; i < 18; i++) values[i] = start.normal();
    const lossOf = (candidate: number, happens: readonly number[]) =>
      [2, -1, 0.5, 0, 1, -3][candidate]! * (1 + (happens[0] === 0 ? candidate : 0) - (happens[1] === 0 ? 2 : 0));
    const expected = (point: Float64Array) =>
      learntSubPolicies(four, point).reduce((sum, { weight, steps }, candidate) => {
        const [a, b] = steps.map(({ probability }) => probability) as [number, number];
        const chance = (happens: readonly number[]) => (happens[0] === 0 ? a : 1 - a) * (happens[1] === 0 ? b : 1 - b);
        const all = [0, 1].flatMap((first) => [0, 1].map((second) => [first, second]));
        return sum + weight * all.reduce((part, each) => part + chance(each) * lossOf(candidate, each), 0);
      }, 0);
    const guesses = Float64Array.from({ length: guessCount(four) }, () => start.normal());
    const rng = createRng('batches');
    const [batches, size] = [1500, 8];
    const [sum, squares] = [new Float64Array(values.length), new Float64Array(values.length)];
    for (let i = 0; i < batches; i++) {
      const signals = Array.from({ length: size }, (): ImageSignal => {
        const drawn = drawSubPolicy(four, values, rng);
        const happens = drawn.steps.map(({ index }) => index);
        return { drawn, loss: lossOf(drawn.candidate.index, happens) / size, pixelSum: 0 };
      });
      const gradient = policyGradient(four, { values, guesses, temperature: 0.5 }, signals).values;
      gradient.forEach((g, k) => {
        sum[k]! += g;
        squares[k]! += g * g;
      });
    }
    for (let k = 0; k < 18; k++) {
      const moved = (by: number) => expected(values.map((value, j) => value + (j === k ? by : 0)));
      const exact = (moved(1e-5) - moved(-1e-5)) / 2e-5;
      const mean = sum[k]! / batches;
      const error = Math.sqrt((squares[k]! / batches - mean * mean) / batches);
      // Seeded. Five standard errors of each of 18 means; false alarm below 2e-5.
      expect(Math.abs(mean - exact)).toBeLessThan(5 * error);
    }
  });
});

describe('learning', () => {
  /** Plain gradient descent, of the policy and of its guesses. */
  function learn(lossOf: (ops: readonly string[]) => number, rng: Rng) {
    const values = startValues(four);
    const guesses = new Float64Array(guessCount(four));
    for (let step = 0; step < 300; step++) {
      const signals = Array.from({ length: 16 }, (): ImageSignal => {
        const drawn = drawSubPolicy(four, values, rng);
        const certain = certainPolicy(four, values, drawn);
        const ops = certain.kind === 'sequence' ? certain.steps.map(({ op }) => op) : [];
        // Whatever happens is better when it is strong.
        return { drawn, loss: lossOf(ops) / 16, pixelSum: -0.05 };
      });
      const gradient = policyGradient(four, { values, guesses, temperature: 0.5 }, signals);
      values.forEach((value, i) => {
        values[i] = value - 0.2 * (gradient.values[i] as number);
      });
      guesses.forEach((guess, i) => {
        guesses[i] = guess - 0.02 * (gradient.guesses[i] as number);
      });
      clampMagnitudes(four, values);
    }
    return values;
  }

  it('takes what helps, leaves what hurts, and makes strong what is better strong', () => {
    const values = learn((ops) => ops.reduce((sum, op) => sum + ({ rotate: -1, invert: 1 }[op] ?? 0), 0), createRng(1));
    const learnt = learntSubPolicies(four, values);
    const weightOf = (op: string) =>
      learnt.reduce((sum, { weight, steps }) => sum + (steps.some((step) => step.op === op) ? weight : 0), 0);
    expect(weightOf('rotate')).toBeGreaterThan(0.8);
    expect(weightOf('invert')).toBeLessThan(0.2);
    const [turned, inverted] = [learnt[1], learnt[3]].map((each) => each?.steps[0]);
    expect([turned?.op, inverted?.op]).toEqual(['rotate', 'invert']);
    expect(turned?.probability).toBeGreaterThan(0.6);
    expect(inverted?.probability).toBeLessThan(0.4);
    expect(magnitudeAt(four, values, { candidate: 1, step: 0 })).toBe(1);
    expect(choiceEntropy(four, values)).toBeLessThan(Math.log(6) - 0.3);
    expect(probabilityAt({ ...four, learnsProbabilities: false }, values, { candidate: 1, step: 0 })).toBe(1);
  });
});

describe('deriveSubPolicies', () => {
  const learnt = [0.1, 0.5, 0, 0.4].map((weight) => ({ weight, steps: [] }));

  it('takes the heaviest, or draws by weight without repetition, and repeats only what there is', () => {
    const weights = (count: number, rng?: Rng) => deriveSubPolicies(learnt, count, rng).map(({ weight }) => weight);
    expect(weights(2)).toEqual([0.5, 0.4]);
    expect(weights(6)).toEqual([0.5, 0.4, 0.1, 0, 0.5, 0.4]);
    const drawn = Array.from({ length: 50 }, (_, i) => weights(2, createRng(i)));
    expect(drawn.every(([a, b]) => a !== b && a !== 0 && b !== 0)).toBe(true);
    expect(new Set(drawn.map((each) => each.join())).size).toBeGreaterThan(3);
  });
});
