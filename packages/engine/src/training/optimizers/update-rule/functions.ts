import { createRegistry, createRng, type Registry } from '@cambium/core';
import type { Tensor } from '@tensorflow/tfjs';
import type { RuleContext } from './operands.js';

interface RuleFunction {
  readonly name: string;
  apply(x: Tensor, context: RuleContext): Tensor;
}

interface RuleCombination {
  readonly name: string;
  apply(left: Tensor, right: () => Tensor, context: RuleContext): Tensor;
}

const clip = (name: string, limit: number): RuleFunction => ({
  name,
  apply: (x, { tf }) => tf.clipByValue(x, -limit, limit),
});

/** Each value is 0 with this chance. */
const drop = (rate: number): RuleFunction => ({
  name: `drop ${rate}`,
  apply(x, { tf, nextSeed }) {
    const rng = createRng(nextSeed());
    const mask = Float32Array.from({ length: x.size }, () => (rng.next() < rate ? 0 : 1));
    return tf.mul(x, tf.tensor(mask, x.shape));
  },
});

/** Bello et al. 2017, section 4.2. */
export const ruleFunctions: Registry<RuleFunction> = createRegistry('function of an update rule', [
  { name: 'identity', apply: (x) => x },
  { name: 'negate', apply: (x, { tf }) => tf.neg(x) },
  { name: 'exp', apply: (x, { tf }) => tf.exp(x) },
  { name: 'log', apply: (x, { tf }) => tf.log(tf.abs(x)) },
  { name: 'sqrt', apply: (x, { tf }) => tf.sqrt(tf.abs(x)) },
  { name: 'sign', apply: (x, { tf }) => tf.sign(x) },
  clip('clip 1e-5', 1e-5),
  clip('clip 1e-4', 1e-4),
  clip('clip 1e-3', 1e-3),
  drop(0.1),
  drop(0.3),
  drop(0.5),
]);

/** The same section; `left` leaves the right side out, which is not computed then. */
export const ruleCombinations: Registry<RuleCombination> = createRegistry('combination of an update rule', [
  { name: 'add', apply: (left, right, { tf }) => tf.add(left, right()) },
  { name: 'subtract', apply: (left, right, { tf }) => tf.sub(left, right()) },
  { name: 'multiply', apply: (left, right, { tf }) => tf.mul(left, right()) },
  { name: 'divide', apply: (left, right, { tf }) => tf.div(left, tf.add(right(), 1e-8)) },
  { name: 'left', apply: (left) => left },
]);
