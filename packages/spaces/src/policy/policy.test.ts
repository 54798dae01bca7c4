import { createRng, type Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../require-space.js';
import { createPolicy } from './policy.js';
import type { PolicyOptions } from './policy-options.js';

const space = requireSpace({
  hp: {
    optimizer: { type: 'categorical', choices: ['sgd', 'momentum', 'adam'] },
    momentum: { type: 'float', low: 0.5, high: 0.99, when: { optimizer: ['momentum'] } },
    layers: { type: 'int', low: 1, high: 4 },
    units: { type: 'int', low: 8, high: 512, log: true },
    second: { type: 'ordinal', choices: [8, 16, 32], when: { layers: { min: 2 } } },
  },
});
const settings = (options: Partial<PolicyOptions> = {}): PolicyOptions => {
  return { policy: 'factorised', units: 5, temperature: 1, tanhConstant: 0, ...options };
};
const points: readonly Params[] = [
  { 'hp.optimizer': 'momentum', 'hp.momentum': 0.6, 'hp.layers': 3, 'hp.units': 100, 'hp.second': 32 },
  { 'hp.optimizer': 'adam', 'hp.layers': 1, 'hp.units': 9 },
];
const variants: readonly Partial<PolicyOptions>[] = [
  { policy: 'factorised' },
  { policy: 'lstm' },
  { policy: 'factorised', temperature: 2, tanhConstant: 1.5 },
  { policy: 'lstm', temperature: 0.7, tanhConstant: 2 },
];

/** A policy that is far from its nearly uniform beginning. */
function trainedPolicy(options: Partial<PolicyOptions>) {
  const policy = createPolicy(space, settings(options), createRng(1));
  const rng = createRng(2);
  for (let i = 0; i < policy.weights.length; i++) policy.weights[i] = 0.5 * rng.normal();
  return policy;
}

describe.each(variants)('the policy %j', (options) => {
  it('has the gradients that finite differences give', () => {
    const policy = trainedPolicy(options);
    const weighing = { credit: 1.3, bonus: 0.7 };
    const value = (params: Params) => {
      const { log, entropy } = policy.likelihoodOf(params);
      return weighing.credit * log + weighing.bonus * entropy;
    };
    const step = 1e-5;
    for (const params of points) {
      const gradient = new Float64Array(policy.weights.length);
      policy.addGradient(params, () => weighing, gradient);
      expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(0.1);
      for (let i = 0; i < gradient.length; i++) {
        const weight = policy.weights[i] ?? 0;
        policy.weights[i] = weight + step;
        const above = value(params);
        policy.weights[i] = weight - step;
        const slope = (above - value(params)) / (2 * step);
        policy.weights[i] = weight;
        expect(Math.abs((gradient[i] ?? 0) - slope)).toBeLessThan(1e-7);
      }
    }
  });

  it('draws points of the space', () => {
    const policy = trainedPolicy(options);
    const rng = createRng(3);
    for (let i = 0; i < 50; i++) expect(space.validate(policy.draw(rng))).toEqual([]);
  });
});

describe('a policy of choices alone', () => {
  const choices = requireSpace({
    hp: {
      a: { type: 'categorical', choices: ['x', 'y'] },
      b: { type: 'int', low: 1, high: 3, when: { a: 'x' } },
    },
  });
  const all: readonly Params[] = [{ 'hp.a': 'y' }, ...[1, 2, 3].map((b) => ({ 'hp.a': 'x', 'hp.b': b }))];

  // Inactive parameters would take their share. 4,000 draws, seed 5: the bound is 4 standard deviations.
  it.each(['factorised', 'lstm'] as const)('has probabilities that add up to 1, and draws by them: %s', (policy) => {
    const made = createPolicy(choices, settings({ policy }), createRng(4));
    for (let i = 0; i < made.weights.length; i++) made.weights[i] = Math.sin(i);
    const probabilities = all.map((params) => Math.exp(made.likelihoodOf(params).log));
    expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    const rng = createRng(5);
    const draws = Array.from({ length: 4000 }, () => choices.canonicalKey(made.draw(rng)));
    for (const [index, params] of all.entries()) {
      const share = draws.filter((key) => key === choices.canonicalKey(params)).length / draws.length;
      expect(Math.abs(share - (probabilities[index] ?? 0))).toBeLessThan(4 * Math.sqrt(0.25 / draws.length));
    }
  });

  it.each(['factorised', 'lstm'] as const)('tells the probabilities whose product a likelihood is: %s', (policy) => {
    const made = createPolicy(choices, settings({ policy }), createRng(4));
    for (let i = 0; i < made.weights.length; i++) made.weights[i] = Math.sin(i);
    const chances = made.probabilitiesOf({ 'hp.a': 'x', 'hp.b': 2 });
    const product = (chances.get('hp.a')?.[0] ?? 0) * (chances.get('hp.b')?.[1] ?? 0);
    expect(Math.log(product)).toBeCloseTo(made.likelihoodOf({ 'hp.a': 'x', 'hp.b': 2 }).log, 12);
    expect([...made.probabilitiesOf({ 'hp.a': 'y' }).keys()]).toEqual(['hp.a']);
  });
});

describe('a policy at its beginning', () => {
  // The logistic of a normal with deviation 1.55 has a variance of 0.078; the uniform distribution's is 1/12.
  it('is nearly uniform over numbers', () => {
    const line = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 } } });
    const policy = createPolicy(line, settings(), createRng(1));
    const rng = createRng(2);
    const draws = Array.from({ length: 4000 }, () => Number(policy.draw(rng)['hp.x']));
    const mean = draws.reduce((sum, x) => sum + x / draws.length, 0);
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2 / draws.length, 0);
    expect(mean).toBeCloseTo(0.5, 1);
    expect(variance).toBeGreaterThan(0.06);
    expect(variance).toBeLessThan(0.1);
  });
});
