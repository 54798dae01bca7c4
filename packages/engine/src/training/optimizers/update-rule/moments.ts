import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../../tensorflow.js';
import type { UpdateInput } from '../optimizer.js';

/** Running means of the powers of the gradient, computed where a rule reads them. */
export interface Moments {
  /** Of g to this power, corrected for its start at 0 as in Adam. */
  corrected(power: 1 | 2 | 3): Tensor1D;
  /** What is remembered after the step; a mean that no operand read stays as it was. */
  slots(): Tensor1D[];
}

export function openMoments(tf: TensorFlow, { gradient, slots, step, settings }: UpdateInput): Moments {
  const { beta1 = 0.9, beta2 = 0.999 } = settings;
  const means = new Map<number, Tensor1D>();
  const decay = (power: number) => (power === 1 ? beta1 : beta2);
  const powerOf = (power: number): Tensor1D => {
    if (power === 1) return gradient;
    return power === 2 ? tf.square(gradient) : tf.mul(tf.square(gradient), gradient);
  };
  const mean = (power: number): Tensor1D => {
    const known = means.get(power);
    if (known !== undefined) return known;
    const kept = decay(power);
    const next: Tensor1D = tf.add(tf.mul(slots[power - 1] as Tensor1D, kept), tf.mul(powerOf(power), 1 - kept));
    means.set(power, next);
    return next;
  };
  return {
    corrected: (power) => tf.div(mean(power), 1 - decay(power) ** step),
    slots: () => slots.map((slot, i) => means.get(i + 1) ?? tf.clone(slot)),
  };
}
