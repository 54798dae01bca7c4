import { floats } from '../parameters.js';
import { type FunctionDefinition, openVector } from '../test-function.js';

/** `position`: x1 … x_{M−1}, which say where on the front; `distance`: the others, which say how far from it. */
type Objectives = (position: Float64Array, distance: Float64Array) => number[];

/** Many local fronts. */
function ruggedDistance(x: Float64Array): number {
  const term = (value: number) => (value - 0.5) ** 2 - Math.cos(20 * Math.PI * (value - 0.5));
  return 100 * (x.length + x.reduce((sum, value) => sum + term(value), 0));
}

function squaredDistance(x: Float64Array): number {
  return x.reduce((sum, value) => sum + (value - 0.5) ** 2, 0);
}

/** A plane: f_1 + … + f_M = (1 + g) / 2. */
const plane: Objectives = (position, distance) => {
  const radius = 0.5 * (1 + ruggedDistance(distance));
  return products(position, radius, { along: (x) => x, across: (x) => 1 - x });
};

/** The positive part of a sphere of radius 1 + g. */
function sphere(g: (distance: Float64Array) => number, bend = 1): Objectives {
  return (position, distance) =>
    onSphere(
      position.map((x) => x ** bend * (Math.PI / 2)),
      1 + g(distance),
    );
}

/** A curve: all angles but the first are drawn to π/4 as g goes to 0. */
function curve(g: (distance: Float64Array) => number): Objectives {
  return (position, distance) => {
    const far = g(distance);
    const angles = position.map((x, i) =>
      i === 0 ? (x * Math.PI) / 2 : (Math.PI / (4 * (1 + far))) * (1 + 2 * far * x),
    );
    return onSphere(angles, 1 + far);
  };
}

function onSphere(angles: Float64Array, radius: number): number[] {
  return products(angles, radius, { along: Math.cos, across: Math.sin });
}

/** f_m = radius · along(a_1) ⋯ along(a_{M−m}) · across(a_{M−m+1}), without the last factor for m = 1. */
function products(
  angles: Float64Array,
  radius: number,
  { along, across }: { along(angle: number): number; across(angle: number): number },
): number[] {
  const objectives: number[] = [];
  let product = radius;
  for (const angle of angles) {
    objectives.unshift(product * across(angle));
    product *= along(angle);
  }
  return [product, ...objectives];
}

/** 2^{M−1} separate pieces. */
const pieces: Objectives = (position, distance) => {
  const scale = 2 + (9 / distance.length) * distance.reduce((sum, value) => sum + value, 0);
  const waves = (f: number) => (f / scale) * (1 + Math.sin(3 * Math.PI * f));
  const h = position.length + 1 - position.reduce((sum, f) => sum + waves(f), 0);
  return [...position, scale * h];
};

interface Dtlz {
  readonly evaluate: Objectives;
  /** Distance parameters that the authors suggest. */
  readonly distances: number;
  bounds?(objectives: number): number[];
}

const problems: readonly Dtlz[] = [
  { evaluate: plane, distances: 5 },
  { evaluate: sphere(squaredDistance), distances: 10 },
  { evaluate: sphere(ruggedDistance), distances: 10 },
  { evaluate: sphere(squaredDistance, 100), distances: 10 },
  { evaluate: curve(squaredDistance), distances: 10 },
  { evaluate: curve((x) => x.reduce((sum, value) => sum + value ** 0.1, 0)), distances: 10 },
  { evaluate: pieces, distances: 20, bounds: (count) => [...new Array<number>(count - 1).fill(0), 2] },
];

/** Deb, Thiele, Laumanns and Zitzler 2005: Scalable Test Problems for Evolutionary Multiobjective Optimization. */
export const dtlz: readonly FunctionDefinition[] = problems.map(({ evaluate, distances, bounds }, i) => ({
  name: `dtlz${i + 1}`,
  dimension: { default: distances + 2, min: 2, max: 1000 },
  usualDimension: (count) => count + distances - 1,
  objectives: { default: 3, min: 2, max: 8 },
  instances: 1,
  constraints: 0,
  refuse: ({ dimension, objectives }) =>
    dimension >= objectives
      ? undefined
      : {
          field: 'dimension',
          message: `with ${objectives} objectives it needs at least ${objectives}, and the authors suggest ${objectives + distances - 1}`,
        },
  parameters: ({ dimension }) => floats(dimension, 0, 1),
  open: ({ dimension, objectives }) =>
    openVector(dimension, {
      bounds: bounds?.(objectives) ?? new Array<number>(objectives).fill(0),
      evaluate: (x) => evaluate(x.subarray(0, objectives - 1), x.subarray(objectives - 1)),
    }),
}));
