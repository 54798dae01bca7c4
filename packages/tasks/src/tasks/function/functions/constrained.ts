import { floats } from '../parameters.js';
import { type FunctionDefinition, fixed, vectorReader } from '../test-function.js';

/** Gardner et al. 2014: Bayesian Optimization with Inequality Constraints, §5.1, simulation 1. */
const gardner: FunctionDefinition = {
  name: 'gardner',
  dimension: fixed(2),
  objectives: fixed(1),
  instances: 1,
  constraints: 1,
  parameters: () => floats(2, 0, 6),
  open() {
    const read = vectorReader(2);
    return {
      bounds: [-2],
      evaluate(params) {
        const [x = 0, y = 0] = read(params);
        const value = Math.cos(2 * x) * Math.cos(y) + Math.sin(x);
        return { objectives: [value], constraints: [Math.cos(x) * Math.cos(y) - Math.sin(x) * Math.sin(y) - 0.5] };
      },
    };
  },
};

/** Binh and Korn 1997: two objectives, two constraints. */
const binhKorn: FunctionDefinition = {
  name: 'binh-korn',
  dimension: fixed(2),
  objectives: fixed(2),
  instances: 1,
  constraints: 2,
  parameters: () => ({ x1: { type: 'float', low: 0, high: 5 }, x2: { type: 'float', low: 0, high: 3 } }),
  open() {
    const read = vectorReader(2);
    return {
      bounds: [0, 0],
      evaluate(params) {
        const [x = 0, y = 0] = read(params);
        return {
          objectives: [4 * x * x + 4 * y * y, (x - 5) ** 2 + (y - 5) ** 2],
          constraints: [(x - 5) ** 2 + y * y - 25, 7.7 - (x - 8) ** 2 - (y + 3) ** 2],
        };
      },
    };
  },
};

export const constrained: readonly FunctionDefinition[] = [gardner, binhKorn];
