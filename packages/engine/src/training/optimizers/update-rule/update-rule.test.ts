import type { UpdateRule } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../../../backends/open-backend.js';
import type { TensorFlow } from '../../../tensorflow.js';
import { powerSign } from '../../../testing/small-problem.js';
import { adamw } from '../adam.js';
import type { Optimizer, OptimizerSettings } from '../optimizer.js';
import { ruleCombinations, ruleFunctions } from './functions.js';
import { ruleOperands } from './operands.js';
import { updateRule, updateRuleIssues } from './update-rule.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const operand = (name: string): UpdateRule => ({ operand: name });
const apply = (name: string, of: UpdateRule): UpdateRule => ({ function: name, of });
const combine = (name: string, left: UpdateRule, right: UpdateRule): UpdateRule => ({ combine: name, left, right });

const start = [1, -2, 0.5];
const curvature = [1, 0.3, 2];
const learningRate = 0.1;

/** Weights after `steps` steps on L = ½ Σ k·w². */
function train(
  optimizer: Optimizer,
  steps: number,
  { seed = 1, ...more }: Partial<OptimizerSettings> & { seed?: number },
) {
  const weights = tf.tidy(() => {
    let w = tf.tensor1d(start);
    let slots: readonly Tensor1D[] = Array.from({ length: optimizer.slots }, () => tf.zeros([3]) as Tensor1D);
    for (let step = 1; step <= steps; step++) {
      const gradient = tf.mul(w, tf.tensor1d(curvature)) as Tensor1D;
      const segments = [{ size: 3, matrix: true }];
      const settings = { momentum: 0, ...more };
      const input = { weights: w, gradient, slots, learningRate, step, settings, segments, seed: seed + step };
      ({ weights: w, slots } = optimizer.update(tf, input));
    }
    return w;
  });
  const values = [...weights.dataSync()];
  weights.dispose();
  return values;
}

const byRule = (rule: UpdateRule, steps = 5, seed = 1) => train(updateRule, steps, { updateRule: rule, seed });
const close = (values: readonly number[]) => values.map((x) => expect.closeTo(x, 5));

/** The published rule of one weight, in double precision. */
function published(direction: (g: number, m: number) => number): number[] {
  return start.map((w0, i) => {
    let [w, m] = [w0, 0];
    for (let t = 1; t <= 5; t++) {
      const g = (curvature[i] as number) * w;
      m = 0.9 * m + 0.1 * g;
      w -= learningRate * direction(g, m);
    }
    return w;
  });
}

describe('a rule that is', () => {
  it('Adam’s equals the optimizer adamw', () => {
    const adam = combine('divide', operand('m'), apply('sqrt', operand('v')));
    expect(byRule(adam)).toEqual(close(train(adamw, 5, {})));
    expect(byRule(operand('adam'))).toEqual(close(train(adamw, 5, {})));
    const settings = { beta1: 0.5, beta2: 0.8, epsilon: 0.1 };
    const others = train(updateRule, 5, { ...settings, updateRule: operand('adam') });
    expect(others).toEqual(close(train(adamw, 5, settings)));
  });

  it('PowerSign’s or AddSign’s equals what is published', () => {
    expect(byRule(powerSign)).toEqual(close(published((g, m) => g * Math.exp(Math.sign(g) * Math.sign(m)))));
    const agreement = combine('multiply', apply('sign', operand('g')), apply('sign', operand('m')));
    const addSign = combine('multiply', combine('add', operand('1'), agreement), operand('g'));
    expect(byRule(addSign)).toEqual(close(published((g, m) => g * (1 + Math.sign(g) * Math.sign(m)))));
  });
});

describe('one step by', () => {
  // g is [1, −0.6, 1]; corrected means of one step are the powers themselves.
  const g = start.map((w, i) => w * (curvature[i] as number));
  const directions: Record<string, (g: number, w: number) => number> = {
    g: (x) => x,
    'g^2': (x) => x ** 2,
    'g^3': (x) => x ** 3,
    m: (x) => x,
    v: (x) => x ** 2,
    gamma: (x) => x ** 3,
    'sign(g)': Math.sign,
    'sign(m)': Math.sign,
    '1': () => 1,
    '2': () => 2,
    '1e-4 w': (_, w) => 1e-4 * w,
    '1e-3 w': (_, w) => 1e-3 * w,
    '1e-2 w': (_, w) => 1e-2 * w,
    '1e-1 w': (_, w) => 1e-1 * w,
    adam: Math.sign,
    rmsprop: Math.sign,
  };
  const drawn = ['noise'];

  it.each(ruleOperands.names.filter((name) => !drawn.includes(name)))('the operand %s', (name) => {
    const expected = start.map((w, i) => w - learningRate * (directions[name]?.(g[i]!, w) ?? Number.NaN));
    expect(byRule(operand(name), 1)).toEqual(close(expected));
  });

  const functions: Record<string, (x: number) => number> = {
    identity: (x) => x,
    negate: (x) => -x,
    exp: Math.exp,
    log: (x) => Math.log(Math.abs(x)),
    sqrt: (x) => Math.sqrt(Math.abs(x)),
    sign: Math.sign,
    'clip 1e-5': (x) => 1e-5 * Math.sign(x),
    'clip 1e-4': (x) => 1e-4 * Math.sign(x),
    'clip 1e-3': (x) => 1e-3 * Math.sign(x),
  };

  it.each(ruleFunctions.names.filter((name) => !name.startsWith('drop')))('the function %s', (name) => {
    const expected = start.map((w, i) => w - learningRate * (functions[name]?.(g[i]!) ?? Number.NaN));
    expect(byRule(apply(name, operand('g')), 1)).toEqual(close(expected));
  });

  const combinations: Record<string, (a: number, b: number) => number> = {
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    multiply: (a, b) => a * b,
    divide: (a, b) => a / (b + 1e-8),
    left: (a) => a,
  };

  it.each(ruleCombinations.names)('the combination %s', (name) => {
    const expected = start.map((w, i) => w - learningRate * (combinations[name]?.(g[i]!, 2) ?? Number.NaN));
    expect(byRule(combine(name, operand('g'), operand('2')), 1)).toEqual(close(expected));
  });
});

describe('what a rule draws', () => {
  const large = (rule: UpdateRule, seed: number): number[] =>
    tf.tidy(() => {
      const size = 4000;
      const weights = tf.zeros([size]) as Tensor1D;
      const slots = [1, 2, 3].map(() => tf.zeros([size]) as Tensor1D);
      const settings = { momentum: 0, updateRule: rule };
      const segments = [{ size, matrix: true }];
      const input = { weights, gradient: tf.ones([size]) as Tensor1D, slots, step: 1, settings, segments, seed };
      return [...updateRule.update(tf, { ...input, learningRate: -1 }).weights.dataSync()];
    });

  it('is the same for the same seed and another for another, and in another place of the rule', () => {
    expect(large(operand('noise'), 1)).toEqual(large(operand('noise'), 1));
    expect(large(operand('noise'), 1)).not.toEqual(large(operand('noise'), 2));
    const difference = large(combine('subtract', operand('noise'), operand('noise')), 1);
    expect(difference.every((value) => value === 0)).toBe(false);
  });

  it('has the spread and the share that it says', () => {
    const noise = large(operand('noise'), 3);
    const deviation = Math.sqrt(noise.reduce((sum, x) => sum + x * x, 0) / noise.length);
    // The standard error is 0.01 / √8000, so 5 of them miss once in two million seeds.
    expect(Math.abs(deviation - 0.01)).toBeLessThan(5 * 0.000112);
    const dropped = large(apply('drop 0.3', operand('g')), 3).filter((x) => x === 0).length;
    // Binomial: standard deviation √(4000·0.3·0.7) = 29.
    expect(Math.abs(dropped - 1200)).toBeLessThan(5 * 29);
  });
});

describe('updateRuleIssues', () => {
  it('finds every unknown name', () => {
    const wrong = combine('ad', apply('signn', operand('g')), combine('add', operand('gg'), operand('m')));
    expect(updateRuleIssues(wrong).map(({ path }) => path.join('.'))).toEqual([
      'combine',
      'left.function',
      'right.left.operand',
    ]);
    expect(updateRuleIssues(powerSign)).toEqual([]);
  });
});
