import type { Rng } from '@cambium/core';
import type { Axis } from './axis.js';
import type { PolicyOptions } from './policy-options.js';

/** From what a controller says of one axis to a distribution of its actions, and the gradient on the way back. */
export interface Head {
  /** Reads the controller's outputs; the other methods speak of those. */
  read(outputs: Float64Array): void;
  draw(rng: Rng): number;
  /** Logarithm of the action's probability, or of its density. */
  logLikelihood(action: number): number;
  entropy(): number;
  /** Writes the gradient, by the outputs, of `credit`·logLikelihood(action) + `bonus`·entropy. */
  gradient(action: number, weights: { readonly credit: number; readonly bonus: number }, into: Float64Array): void;
}

type HeadOptions = Pick<PolicyOptions, 'temperature' | 'tanhConstant'>;

export function createHead({ kind, width }: Axis, options: HeadOptions): Head {
  return kind === 'choice' ? softmaxHead(width, options) : normalHead();
}

/** Outputs are logits, squashed as in ENAS (Pham et al. 2018, and its code). */
function softmaxHead(width: number, { temperature, tanhConstant }: HeadOptions): Head {
  const logarithms = new Float64Array(width);
  /** Derivatives of the logits by the outputs. */
  const slopes = new Float64Array(width);
  const entropy = () => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum -= Math.exp(logarithms[i]!) * logarithms[i]!;
    return sum;
  };
  return {
    read(outputs) {
      let highest = -Infinity;
      for (let i = 0; i < width; i++) {
        const scaled = outputs[i]! / temperature;
        const bounded = Math.tanh(scaled);
        logarithms[i] = tanhConstant === 0 ? scaled : tanhConstant * bounded;
        slopes[i] = (tanhConstant === 0 ? 1 : tanhConstant * (1 - bounded * bounded)) / temperature;
        highest = Math.max(highest, logarithms[i]!);
      }
      let sum = 0;
      for (let i = 0; i < width; i++) sum += Math.exp(logarithms[i]! - highest);
      const total = highest + Math.log(sum);
      for (let i = 0; i < width; i++) logarithms[i]! -= total;
    },
    draw(rng) {
      let left = rng.next();
      for (let i = 0; i < width - 1; i++) {
        left -= Math.exp(logarithms[i]!);
        if (left < 0) return i;
      }
      return width - 1;
    },
    logLikelihood: (action) => logarithms[action]!,
    entropy,
    gradient(action, { credit, bonus }, into) {
      const spread = entropy();
      for (let i = 0; i < width; i++) {
        const probability = Math.exp(logarithms[i]!);
        const likelihood = (i === action ? 1 : 0) - probability;
        into[i] = slopes[i]! * (credit * likelihood - bonus * probability * (logarithms[i]! + spread));
      }
    },
  };
}

/** At first the logistic of such a normal is nearly uniform. */
const firstDeviation = 1.5;
/** Numbers that are sure do not make gradients without bound. */
const leastDeviation = 0.05;

/** Outputs are the mean, and the logarithm of the deviation in relation to the first one. */
function normalHead(): Head {
  let mean = 0;
  let scale = 0;
  let deviation = 0;
  return {
    read(outputs) {
      mean = outputs[0]!;
      scale = firstDeviation * Math.exp(outputs[1]!);
      deviation = leastDeviation + scale;
    },
    draw: (rng) => mean + deviation * rng.normal(),
    logLikelihood: (action) =>
      -0.5 * ((action - mean) / deviation) ** 2 - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI),
    entropy: () => Math.log(deviation) + 0.5 * Math.log(2 * Math.PI * Math.E),
    gradient(action, { credit, bonus }, into) {
      const distance = (action - mean) / deviation;
      into[0] = (credit * distance) / deviation;
      into[1] = (scale / deviation) * (credit * (distance * distance - 1) + bonus);
    },
  };
}
