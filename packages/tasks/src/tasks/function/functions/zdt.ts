import type { FunctionParameters } from '../parameters.js';
import { floats } from '../parameters.js';
import { type FunctionDefinition, fixed, type OpenFunction, openVector } from '../test-function.js';

/** Two objectives: f1, and f2 = g · h(f1, g). */
interface Zdt {
  f1(x1: number): number;
  g(others: Float64Array): number;
  h(f1: number, g: number): number;
  readonly bounds: readonly [number, number];
}

const first = (x1: number) => x1;
const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
const linear = (x: Float64Array) => 1 + 9 * mean(x);
const concave = (f1: number, g: number) => 1 - (f1 / g) ** 2;
const convex = (f1: number, g: number) => 1 - Math.sqrt(f1 / g);

const zdt1: Zdt = { f1: first, g: linear, h: convex, bounds: [0, 0] };
const zdt2: Zdt = { f1: first, g: linear, h: concave, bounds: [0, 0] };
const zdt3: Zdt = {
  f1: first,
  g: linear,
  h: (f1, g) => convex(f1, g) - (f1 / g) * Math.sin(10 * Math.PI * f1),
  bounds: [0, -0.7734],
};
const zdt4: Zdt = {
  f1: first,
  g: (x) => x.reduce((sum, value) => sum + value ** 2 + 10 - 10 * Math.cos(4 * Math.PI * value), 1),
  h: convex,
  bounds: [0, 0],
};
const zdt6: Zdt = {
  f1: (x1) => 1 - Math.exp(-4 * x1) * Math.sin(6 * Math.PI * x1) ** 6,
  g: (x) => 1 + 9 * mean(x) ** 0.25,
  h: concave,
  bounds: [0.2807, 0],
};

function definition(
  name: string,
  problem: Zdt,
  {
    dimension,
    parameters = (count) => floats(count, 0, 1),
  }: {
    dimension: number;
    parameters?: (dimension: number) => FunctionParameters;
  },
): FunctionDefinition {
  const { bounds, f1, g, h } = problem;
  return {
    name,
    dimension: { default: dimension, min: 2, max: 1000 },
    objectives: fixed(2),
    instances: 1,
    constraints: 0,
    parameters: (size) => parameters(size.dimension),
    open: (size) =>
      openVector(size.dimension, {
        bounds,
        evaluate(x) {
          const value = f1(x[0] as number);
          const distance = g(x.subarray(1));
          return [value, distance * h(value, distance)];
        },
      }),
  };
}

const firstBits = 30;
const otherBits = 5;

/** The deceptive one: `dimension` strings of bits, the first of 30 and the others of 5, of which only the ones count. */
const zdt5: FunctionDefinition = {
  name: 'zdt5',
  dimension: { default: 11, min: 2, max: 100 },
  objectives: fixed(2),
  instances: 1,
  constraints: 0,
  parameters: ({ dimension }) =>
    Object.fromEntries(
      bitNames(dimension).flatMap((names) =>
        names.map((name) => [name, { type: 'categorical', choices: [false, true] }] as const),
      ),
    ),
  open({ dimension }): OpenFunction {
    const strings = bitNames(dimension).map((names) => names.map((name) => `hp.${name}`));
    return {
      bounds: [1, (dimension - 1) / (firstBits + 1)],
      evaluate(params) {
        const [ones = 0, ...others] = strings.map((names) => names.filter((name) => params[name] === true).length);
        const f1 = 1 + ones;
        const g = others.reduce((sum, count) => sum + (count < otherBits ? 2 + count : 1), 0);
        return { objectives: [f1, g / f1], constraints: [] };
      },
    };
  },
};

function bitNames(dimension: number): string[][] {
  return Array.from({ length: dimension }, (_, i) =>
    Array.from({ length: i === 0 ? firstBits : otherBits }, (__, bit) => `x${i + 1}_${bit + 1}`),
  );
}

/** Zitzler, Deb and Thiele 2000: Comparison of Multiobjective Evolutionary Algorithms, §4. */
export const zdt: readonly FunctionDefinition[] = [
  definition('zdt1', zdt1, { dimension: 30 }),
  definition('zdt2', zdt2, { dimension: 30 }),
  definition('zdt3', zdt3, { dimension: 30 }),
  definition('zdt4', zdt4, {
    dimension: 10,
    parameters: (count) => ({ ...floats(count, -5, 5), x1: { type: 'float', low: 0, high: 1 } }),
  }),
  zdt5,
  definition('zdt6', zdt6, { dimension: 10 }),
];
