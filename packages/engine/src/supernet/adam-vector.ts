/** Adam on a small vector that lives in JavaScript: architecture weights, a controller's logits. */
export interface AdamVector {
  readonly values: Float64Array;
  /** Goes against the gradient. */
  descend(gradient: ArrayLike<number>): void;
}

export interface AdamOptions {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  /** L2: added to the gradient. */
  readonly weightDecay: number;
}

const epsilon = 1e-8;

/** Kingma & Ba 2015, algorithm 1. */
export function adamVector(start: Float64Array, options: AdamOptions): AdamVector {
  const { learningRate, beta1, beta2, weightDecay } = options;
  const values = Float64Array.from(start);
  const m = new Float64Array(values.length);
  const v = new Float64Array(values.length);
  let step = 0;
  return {
    values,
    descend(gradient) {
      step++;
      for (let i = 0; i < values.length; i++) {
        const g = (gradient[i] as number) + weightDecay * (values[i] as number);
        m[i] = beta1 * (m[i] as number) + (1 - beta1) * g;
        v[i] = beta2 * (v[i] as number) + (1 - beta2) * g * g;
        const mHat = (m[i] as number) / (1 - beta1 ** step);
        const vHat = (v[i] as number) / (1 - beta2 ** step);
        values[i] = (values[i] as number) - (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
      }
    },
  };
}
