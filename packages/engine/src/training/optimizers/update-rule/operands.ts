import { createRegistry, createRng, type Registry } from '@cambium/core';
import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../../tensorflow.js';
import type { UpdateInput } from '../optimizer.js';
import type { Moments } from './moments.js';

/** What a rule computes with, in one step. */
export interface RuleContext {
  readonly tf: TensorFlow;
  readonly input: UpdateInput;
  readonly moments: Moments;
  /** A seed that no other part of the rule has. */
  nextSeed(): string;
}

interface Operand {
  readonly name: string;
  value(context: RuleContext): Tensor;
}

const root = ({ tf, input, moments }: RuleContext): Tensor =>
  tf.add(tf.sqrt(moments.corrected(2)), input.settings.epsilon ?? 1e-8);

const decay = (share: number): Operand => ({
  name: `1e${Math.round(Math.log10(share))} w`,
  value: ({ tf, input }) => tf.mul(input.weights, share),
});

/** Bello et al. 2017, section 4.2: the gradient and its means, their signs, constants, noise, weights and two optimizers. */
export const ruleOperands: Registry<Operand> = createRegistry('operand of an update rule', [
  { name: 'g', value: ({ input }) => input.gradient },
  { name: 'g^2', value: ({ tf, input }) => tf.square(input.gradient) },
  { name: 'g^3', value: ({ tf, input }) => tf.mul(tf.square(input.gradient), input.gradient) },
  { name: 'm', value: ({ moments }) => moments.corrected(1) },
  { name: 'v', value: ({ moments }) => moments.corrected(2) },
  { name: 'gamma', value: ({ moments }) => moments.corrected(3) },
  { name: 'sign(g)', value: ({ tf, input }) => tf.sign(input.gradient) },
  { name: 'sign(m)', value: ({ tf, moments }) => tf.sign(moments.corrected(1)) },
  { name: '1', value: ({ tf }) => tf.scalar(1) },
  { name: '2', value: ({ tf }) => tf.scalar(2) },
  {
    name: 'noise',
    value({ tf, input, nextSeed }) {
      const rng = createRng(nextSeed());
      return tf.tensor1d(Float32Array.from({ length: input.weights.size }, () => 0.01 * rng.normal()));
    },
  },
  decay(1e-4),
  decay(1e-3),
  decay(1e-2),
  decay(1e-1),
  { name: 'adam', value: (context) => context.tf.div(context.moments.corrected(1), root(context)) },
  { name: 'rmsprop', value: (context) => context.tf.div(context.input.gradient, root(context)) },
]);
