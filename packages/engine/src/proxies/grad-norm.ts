import type { Proxy } from './proxy.js';

export const gradNorm: Proxy = {
  name: 'grad_norm',
  description: 'Sum over the layers of the norm of the loss’s gradient (Abdelfattah et al. 2021)',
  unit: '1',
  async measure({ gradients }) {
    let sum = 0;
    for (const { gradient } of await gradients()) {
      sum += Math.sqrt(gradient.reduce((squares, slope) => squares + slope * slope, 0));
    }
    return sum;
  },
};
