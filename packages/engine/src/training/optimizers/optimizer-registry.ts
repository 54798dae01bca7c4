import { createRegistry, type Registry } from '@cambium/core';
import { adam, adamw } from './adam.js';
import { lamb } from './lamb.js';
import { lion } from './lion.js';
import type { Optimizer } from './optimizer.js';
import { rmsprop } from './rmsprop.js';
import { momentum, nesterov, sgd } from './sgd.js';
import { updateRule } from './update-rule/update-rule.js';

export const optimizers: Registry<Optimizer> = createRegistry('optimizer', [
  sgd,
  momentum,
  nesterov,
  adam,
  adamw,
  rmsprop,
  lamb,
  lion,
  updateRule,
]);
