import type { Domain, ParamValue } from '@cambium/core';
import { categoricalKernels } from './categorical-kernels.js';
import type { Kernels } from './kernels.js';
import { numericAxis } from './numeric-axis.js';
import { numericKernels } from './numeric-kernels.js';

/** Kernels at the observed values of a parameter: without an order for categoricals, on a line for all others. */
export function createKernels(domain: Domain, observed: readonly ParamValue[]): Kernels {
  return domain.kind === 'categorical'
    ? categoricalKernels(domain.choices, observed)
    : numericKernels(numericAxis(domain), observed);
}
