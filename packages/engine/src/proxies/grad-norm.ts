import type { Proxy } from './proxy.js';

/** Sum over the layers of the norm of the loss’s gradient (Abdelfattah et al. 2021). */
export const gradNorm: Proxy = {
  name: 'grad_norm',
  async measure({ gradients }) {
    let sum = 0;
    for (const { gradient } of await gradients()) {
      sum += Math.sqrt(gradient.reduce((squares, slope) => squares + slope * slope, 0));
    }
    return sum;
  },
};
