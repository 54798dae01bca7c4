import type { Params } from '@cambium/core';
import type { FunctionParameter } from '../parameters.js';
import { type FunctionDefinition, fixed } from '../test-function.js';

const choices = ['a', 'b', 'c', 'd', 'e'] as const;
/** What each choice costs by itself. The order of the choices is another one, so that it teaches nothing. */
const costs: Readonly<Record<string, number>> = { a: 3, b: 0.5, c: 0, d: 6, e: 1.5 };
/** Where each choice moves the optimum of the numbers beside it. */
const shifts: Readonly<Record<string, number>> = { a: -2, b: 1, c: 0, d: 3, e: -1 };

/**
 * Floats x, whole numbers n and choices c in turn, in groups of three: Σ over the groups of
 * (x − 1 − shift(c))² + ((n − 3 − 2 shift(c)) / 2)² + cost(c). A choice says where the best numbers are, so that none can
 * be judged alone. Lowest at c = "c", x = 1, n = 3, where it is 0.
 */
export const mixed: FunctionDefinition = {
  name: 'mixed',
  dimension: { default: 9, min: 3, max: 300 },
  objectives: fixed(1),
  instances: 1,
  constraints: 0,
  parameters: ({ dimension }) =>
    Object.fromEntries(Array.from({ length: dimension }, (_, i) => [nameOf(i), kindOf(i)])),
  open({ dimension }) {
    const names = Array.from({ length: dimension }, (_, i) => `hp.${nameOf(i)}`);
    const term = (params: Params, i: number) => {
      const value = params[names[i] as string];
      const choice = String(params[names[i - (i % 3) + 2] ?? ''] ?? 'c');
      const shift = shifts[choice] ?? 0;
      if (i % 3 === 2) return costs[choice] ?? 0;
      const distance = i % 3 === 0 ? Number(value) - 1 - shift : (Number(value) - 3 - 2 * shift) / 2;
      return distance * distance;
    };
    return {
      bounds: [0],
      evaluate: (params) => ({
        objectives: [names.reduce((sum, _, i) => sum + term(params, i), 0)],
        constraints: [],
      }),
    };
  },
};

function nameOf(i: number): string {
  return `${['x', 'n', 'c'][i % 3]}${Math.floor(i / 3) + 1}`;
}

function kindOf(i: number): FunctionParameter {
  if (i % 3 === 0) return { type: 'float', low: -5, high: 5 };
  return i % 3 === 1 ? { type: 'int', low: -10, high: 10 } : { type: 'categorical', choices };
}
