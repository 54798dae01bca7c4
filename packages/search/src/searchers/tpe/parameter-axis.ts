import type { Domain, ParamValue } from '@cambium/core';
import { domainSize, nearestValue } from '@cambium/spaces';

/**
 * How a parameter lies on the real line on which its kernels do: logarithmic where it is, and widened by half a step at both
 * ends where it is stepped. An ordinal is the integer of its position; a categorical's coordinate is the index of its choice.
 */
export interface ParameterAxis {
  readonly kind: 'continuous' | 'stepped' | 'categorical';
  /** How many values there are; Infinity where continuous. */
  readonly size: number;
  readonly low: number;
  readonly high: number;
  /** NaN for what is no value of the domain. */
  toAxis(value: ParamValue | undefined): number;
  /** The value at (for stepped ones: nearest to) a coordinate. */
  fromAxis(coordinate: number): ParamValue;
  /** Where the stretch of the axis that a value stands for begins and ends; the coordinate itself where continuous. */
  cellStart(coordinate: number): number;
  cellEnd(coordinate: number): number;
}

type NumericDomain = Extract<Domain, { kind: 'float' | 'int' }>;

export function parameterAxis(domain: Domain): ParameterAxis {
  if (domain.kind === 'float' || domain.kind === 'int') return rangeAxis(domain);
  const { choices } = domain;
  const positions = new Map(choices.map((choice, index) => [choice, index]));
  const toAxis = (value: ParamValue | undefined) => positions.get(value as ParamValue) ?? Number.NaN;
  // `as`: coordinates come from `toAxis` or from a draw among the positions.
  const fromAxis = (coordinate: number) => choices[nearestIndex(coordinate, choices.length)] as ParamValue;
  const positionAxis = rangeAxis({ kind: 'int', low: 0, high: choices.length - 1, log: false, step: 1 });
  return { ...positionAxis, kind: domain.kind === 'ordinal' ? 'stepped' : 'categorical', toAxis, fromAxis };
}

function nearestIndex(coordinate: number, size: number): number {
  return Math.min(size - 1, Math.max(0, Math.round(coordinate)));
}

function rangeAxis(domain: NumericDomain): ParameterAxis {
  const { low, high, log, step } = domain;
  const half = (step ?? 0) / 2;
  const scale = log ? Math.log : (value: number) => value;
  const unscale = log ? Math.exp : (coordinate: number) => coordinate;
  return {
    kind: step === undefined ? 'continuous' : 'stepped',
    size: domainSize(domain),
    low: scale(low - half),
    high: scale(high + half),
    toAxis(value) {
      const within = typeof value === 'number' && value >= low - half && value <= high + half;
      return within ? scale(value) : Number.NaN;
    },
    fromAxis: (coordinate) => nearestValue(domain, unscale(coordinate)),
    cellStart: step === undefined ? (coordinate) => coordinate : (coordinate) => scale(unscale(coordinate) - half),
    cellEnd: step === undefined ? (coordinate) => coordinate : (coordinate) => scale(unscale(coordinate) + half),
  };
}
