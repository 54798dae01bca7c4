import type { Proxy } from './proxy.js';

/** Σ |weight · gradient of the loss| (Lee et al. 2019). */
export const snip: Proxy = {
  name: 'snip',
  async measure({ gradients }) {
    let sum = 0;
    for (const { weights, gradient } of await gradients()) {
      // `!`: both have the same length.
      for (let i = 0; i < weights.length; i++) sum += Math.abs(weights[i]! * gradient[i]!);
    }
    return sum;
  },
};
