import { floats } from '../parameters.js';
import { type Choice, type FunctionDefinition, fixed, openVector } from '../test-function.js';

const many: Choice = { default: 10, min: 2, max: 1000 };

/** A function of x ∈ [−5, 5]^D with its lowest value, 0, at (1, …, 1). */
function centredAtOne(name: string, evaluate: (x: Float64Array) => number): FunctionDefinition {
  return {
    name,
    dimension: many,
    objectives: fixed(1),
    instances: 1,
    constraints: 0,
    parameters: ({ dimension }) => floats(dimension, -5, 5),
    open: ({ dimension }) => openVector(dimension, { bounds: [0], evaluate: (x) => [evaluate(x)] }),
  };
}

/** Σ weight_i (x_i − 1)². */
function quadratic(name: string, weight: (i: number, dimension: number) => number): FunctionDefinition {
  return centredAtOne(name, (x) => x.reduce((sum, value, i) => sum + weight(i, x.length) * (value - 1) ** 2, 0));
}

const rosenbrock = centredAtOne('rosenbrock', (x) => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const here = x[i] as number;
    sum += 100 * ((x[i + 1] as number) - here * here) ** 2 + (1 - here) ** 2;
  }
  return sum;
});

/** Ackley 1987, with its optimum moved to (1, …, 1). */
const ackley = centredAtOne('ackley', (x) => {
  const mean = (term: (z: number) => number) => x.reduce((sum, value) => sum + term(value - 1), 0) / x.length;
  const bowl = -20 * Math.exp(-0.2 * Math.sqrt(mean((z) => z * z)));
  return bowl - Math.exp(mean((z) => Math.cos(2 * Math.PI * z))) + 20 + Math.E;
});

/** Branin 1972, as in Jones 2001: three equal optima. */
const branin: FunctionDefinition = {
  name: 'branin',
  dimension: fixed(2),
  objectives: fixed(1),
  instances: 1,
  constraints: 0,
  parameters: () => ({ x1: { type: 'float', low: -5, high: 10 }, x2: { type: 'float', low: 0, high: 15 } }),
  open: () =>
    openVector(2, {
      bounds: [5 / (4 * Math.PI)],
      evaluate([x1 = 0, x2 = 0]) {
        const curve = x2 - (5.1 / (4 * Math.PI ** 2)) * x1 * x1 + (5 / Math.PI) * x1 - 6;
        return [curve * curve + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x1) + 10];
      },
    }),
};

const hartmannHeights = [1, 1.2, 3, 3.2];
const hartmannWidths = [
  [10, 3, 17, 3.5, 1.7, 8],
  [0.05, 10, 17, 0.1, 8, 14],
  [3, 3.5, 1.7, 10, 17, 8],
  [17, 8, 0.05, 10, 0.1, 14],
];
const hartmannCentres = [
  [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
  [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
  [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665],
  [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
];

/** Hartmann 1972 in six dimensions: four peaks. */
const hartmann: FunctionDefinition = {
  name: 'hartmann6',
  dimension: fixed(6),
  objectives: fixed(1),
  instances: 1,
  constraints: 0,
  parameters: () => floats(6, 0, 1),
  open: () =>
    openVector(6, {
      bounds: [-3.32237],
      evaluate: (x) => [
        -hartmannHeights.reduce((sum, height, peak) => {
          const widths = hartmannWidths[peak] as number[];
          const centre = hartmannCentres[peak] as number[];
          const distance = x.reduce(
            (d, value, i) => d + (widths[i] as number) * (value - (centre[i] as number)) ** 2,
            0,
          );
          return sum + height * Math.exp(-distance);
        }, 0),
      ],
    }),
};

export const classic: readonly FunctionDefinition[] = [
  quadratic('sphere', () => 1),
  quadratic('ellipsoid', (i, dimension) => 1e6 ** (i / (dimension - 1))),
  quadratic('cigar', (i) => (i === 0 ? 1 : 1e6)),
  quadratic('tablet', (i) => (i === 0 ? 1e6 : 1)),
  rosenbrock,
  ackley,
  branin,
  hartmann,
];
