import type { Params } from '@cambium/core';
import type { FunctionParameters } from './parameters.js';

/** A whole number that settings may choose within bounds. */
export interface Choice {
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

export interface FunctionSize {
  readonly dimension: number;
  readonly objectives: number;
  readonly instance: number;
}

/** A named benchmark function, or one for each dimension, number of objectives and instance. */
export interface FunctionDefinition {
  readonly name: string;
  readonly dimension: Choice;
  /** Where the usual dimension depends on the number of objectives: instead of `dimension.default`. */
  usualDimension?(objectives: number): number;
  readonly objectives: Choice;
  /** Instances are numbered from 1; a function without a random part has one. */
  readonly instances: number;
  /** How many constraints it measures. */
  readonly constraints: number;
  /** What is wrong with a size whose numbers are in bounds, as a sentence. */
  refuse?(size: FunctionSize): { readonly field: keyof FunctionSize; readonly message: string } | undefined;
  parameters(size: FunctionSize): FunctionParameters;
  open(size: FunctionSize): OpenFunction;
}

export interface OpenFunction {
  /** No objective goes below; for a single objective it is the lowest value, where that is known. */
  readonly bounds: readonly number[];
  /** @param params a point, by full names (`hp.x1`). All objectives are to be minimised. */
  evaluate(params: Params): Measurement;
}

export interface Measurement {
  readonly objectives: readonly number[];
  /** Each holds where it is at most 0. */
  readonly constraints: readonly number[];
}

/** A number that can't be chosen. */
export function fixed(value: number): Choice {
  return { default: value, min: value, max: value };
}

/** Reads x1 … xn as a vector. */
export function vectorReader(dimension: number): (params: Params) => Float64Array {
  const names = Array.from({ length: dimension }, (_, i) => `hp.x${i + 1}`);
  return (params) => Float64Array.from(names, (name) => params[name] as number);
}

/** A function of a vector without constraints. */
export function openVector(
  dimension: number,
  { bounds, evaluate }: { bounds: readonly number[]; evaluate(x: Float64Array): readonly number[] },
): OpenFunction {
  const read = vectorReader(dimension);
  return { bounds, evaluate: (params) => ({ objectives: evaluate(read(params)), constraints: [] }) };
}
