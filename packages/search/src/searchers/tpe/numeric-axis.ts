import type { Domain, ParamValue } from '@cambium/core';

/**
 * How a parameter with an order lies on the real line on which its kernels do: logarithmic where it is, and widened by half
 * a step at both ends where it is stepped. An ordinal is the integer of its position.
 */
export interface NumericAxis {
  readonly low: number;
  readonly high: number;
  toAxis(value: ParamValue): number;
  /** The value at (for stepped ones: nearest to) a coordinate. */
  fromAxis(coordinate: number): ParamValue;
  /** The stretch of the axis that a stepped value stands for; undefined for a continuous parameter. */
  cell(value: ParamValue): readonly [from: number, to: number] | undefined;
}

type OrderedDomain = Exclude<Domain, { kind: 'categorical' }>;

export function numericAxis(domain: OrderedDomain): NumericAxis {
  if (domain.kind !== 'ordinal') return rangeAxis(domain);
  const { choices } = domain;
  const axis = rangeAxis({ kind: 'int', low: 0, high: choices.length - 1, log: false, step: 1 });
  const position = (value: ParamValue) => choices.indexOf(value);
  return {
    ...axis,
    toAxis: (value) => axis.toAxis(position(value)),
    fromAxis: (coordinate) => choices[Number(axis.fromAxis(coordinate))] ?? '',
    cell: (value) => axis.cell(position(value)),
  };
}

function rangeAxis(domain: Exclude<OrderedDomain, { kind: 'ordinal' }>): NumericAxis {
  const { low, high, log, step } = domain;
  const half = (step ?? 0) / 2;
  const scale = (value: number) => (log ? Math.log(value) : value);
  const nearest = (value: number) => {
    const grid = step === undefined ? value : low + Math.round((value - low) / step) * step;
    return Math.min(high, Math.max(low, grid));
  };
  return {
    low: scale(low - half),
    high: scale(high + half),
    toAxis: (value) => scale(Number(value)),
    fromAxis: (coordinate) => nearest(log ? Math.exp(coordinate) : coordinate),
    cell(value) {
      if (step === undefined) return undefined;
      return [scale(Number(value) - half), scale(Number(value) + half)];
    },
  };
}
