import { createRegistry, type Registry } from '@cambium/core';
import { focal } from './focal.js';
import type { Loss } from './loss.js';
import { poly } from './poly.js';
import { softCrossEntropy } from './soft-cross-entropy.js';

const crossEntropy: Loss = {
  name: 'cross-entropy',
  summary: 'minus the logarithm of the right class’s probability',
  create: () => softCrossEntropy,
};

export const losses: Registry<Loss> = createRegistry('loss', [crossEntropy, focal, poly]);
