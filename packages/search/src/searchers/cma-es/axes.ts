import type { Domain, Parameter, Params, ParamValue, Space } from '@cambium/core';
import { coordinateToUnit, unitToCoordinate } from './boundary-transform.js';

/** A parameter with an order, as one coordinate of the normal distribution. Its range is [0, 1]; all reals are mapped. */
export interface NumericAxis {
  readonly name: string;
  readonly stepped: boolean;
  toCoordinate(value: ParamValue): number;
  fromCoordinate(coordinate: number): ParamValue;
  /** Where the stepped value at a coordinate begins and ends; ±Infinity at the ends of the range. */
  cell(coordinate: number): readonly [low: number, high: number];
}

export interface CategoricalAxis {
  readonly name: string;
  readonly choices: readonly ParamValue[];
}

export interface Axes {
  readonly numeric: readonly NumericAxis[];
  readonly categorical: readonly CategoricalAxis[];
}

type Range = Extract<Domain, { kind: 'float' | 'int' }>;

const known = new WeakMap<Space, Axes>();

/** The parameters that have at least two values. Remembered for each space. */
export function axesOf(space: Space): Axes {
  const axes = known.get(space) ?? createAxes(space.parameters);
  known.set(space, axes);
  return axes;
}

/** Of a point's numeric parameters; the middle for one that is inactive. */
export function coordinatesOf(params: Params, { numeric }: Axes): number[] {
  return numeric.map(({ name, toCoordinate }) => {
    const value = params[name];
    return value === undefined ? 0.5 : toCoordinate(value);
  });
}

/** Indices of the choices of its categorical parameters; for one that is inactive the first. */
export function choicesOf(params: Params, { categorical }: Axes): number[] {
  return categorical.map(({ name, choices }) =>
    Math.max(
      0,
      choices.findIndex((choice) => choice === params[name]),
    ),
  );
}

function createAxes(parameters: readonly Parameter[]): Axes {
  const numeric: NumericAxis[] = [];
  const categorical: CategoricalAxis[] = [];
  for (const { name, domain } of parameters) {
    if (domain.kind === 'categorical') {
      if (domain.choices.length > 1) categorical.push({ name, choices: domain.choices });
    } else if (domain.kind === 'ordinal') {
      if (domain.choices.length > 1) numeric.push(ordinalAxis(name, domain.choices));
    } else if (domain.high > domain.low) {
      numeric.push(domain.step === undefined ? continuousAxis(name, domain) : steppedAxis(name, domain));
    }
  }
  return { numeric, categorical };
}

function continuousAxis(name: string, { low, high, log }: Range): NumericAxis {
  const [from, to] = log ? [Math.log(low), Math.log(high)] : [low, high];
  return {
    name,
    stepped: false,
    toCoordinate: (value) => unitToCoordinate(((log ? Math.log(Number(value)) : Number(value)) - from) / (to - from)),
    fromCoordinate(coordinate) {
      const scaled = from + coordinateToUnit(coordinate) * (to - from);
      return log ? Math.exp(scaled) : scaled;
    },
    cell: (coordinate) => [coordinate, coordinate],
  };
}

/** Each value owns a cell half a step to both sides; in the logarithm where logarithmic. */
function steppedAxis(name: string, { low, high, log, step = 1 }: Range): NumericAxis {
  const last = Math.floor((high - low) / step + 1e-9);
  const scale = (value: number) => (log ? Math.log(value) : value);
  const from = scale(low - step / 2);
  const to = scale(low + (last + 0.5) * step);
  const border = (index: number) => (scale(low + (index - 0.5) * step) - from) / (to - from);
  const indexAt = (coordinate: number) => {
    const scaled = from + coordinate * (to - from);
    const index = Math.round(((log ? Math.exp(scaled) : scaled) - low) / step);
    return Math.min(last, Math.max(0, index));
  };
  return {
    name,
    stepped: true,
    toCoordinate: (value) => (scale(Number(value)) - from) / (to - from),
    // Repaired to the space's own decimals later.
    fromCoordinate: (coordinate) => low + indexAt(coordinate) * step,
    cell(coordinate) {
      const index = indexAt(coordinate);
      return [index === 0 ? -Infinity : border(index), index === last ? Infinity : border(index + 1)];
    },
  };
}

function ordinalAxis(name: string, choices: readonly ParamValue[]): NumericAxis {
  const axis = steppedAxis(name, { kind: 'int', low: 0, high: choices.length - 1, log: false, step: 1 });
  return {
    ...axis,
    toCoordinate: (value) => axis.toCoordinate(choices.indexOf(value)),
    fromCoordinate: (coordinate) => choices[Number(axis.fromCoordinate(coordinate))] ?? '',
  };
}
