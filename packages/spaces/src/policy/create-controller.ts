import type { Rng } from '@cambium/core';
import type { Axis } from './axis.js';
import type { Controller } from './controller.js';
import { createFactorisedController } from './factorised-controller.js';
import { createLstmController } from './lstm-controller.js';
import type { PolicyOptions } from './policy-options.js';

/** With first weights from `rng`. */
export function createController(axes: readonly Axis[], { policy, units }: PolicyOptions, rng: Rng): Controller {
  return policy === 'lstm' ? createLstmController(axes, units, rng) : createFactorisedController(axes, rng);
}
