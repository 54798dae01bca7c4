import {
  CambiumError,
  type Condition,
  type HyperparameterDescriptor,
  type Params,
  type ParamValue,
} from '@cambium/core';
import * as z from 'zod';

/** A parameter of a function, as the `hp` dialect writes it. */
export type FunctionParameter = (
  | { readonly type: 'float' | 'int'; readonly low: number; readonly high: number; readonly log?: boolean }
  | { readonly type: 'categorical' | 'ordinal'; readonly choices: readonly ParamValue[] }
) & { readonly when?: Readonly<Record<string, When>> };

type When = readonly ParamValue[] | { readonly min?: number; readonly max?: number };

/** The parameters of a function by their short names, parents before children. */
export type FunctionParameters = Readonly<Record<string, FunctionParameter>>;

/** So many floats x1, x2, … */
export function floats(count: number, low: number, high: number): FunctionParameters {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i + 1}`, { type: 'float', low, high }]));
}

export function describeParameter(parameter: FunctionParameter): HyperparameterDescriptor {
  if ('choices' in parameter) {
    const { choices } = parameter;
    const value = z.union([z.string(), z.number(), z.boolean()]).refine((given) => choices.includes(given), {
      message: `it must be one of ${choices.join(', ')}`,
    });
    return { meaning: `One of ${choices.join(', ')}`, value, required: true };
  }
  const { type, low, high } = parameter;
  const number = type === 'int' ? z.int() : z.number();
  const meaning = `${type === 'int' ? 'A whole number' : 'A number'} from ${low} to ${high}`;
  return { meaning, value: number.min(low).max(high), required: true };
}

/** @throws CambiumError `fix-input` when an active parameter is missing or has a value that the function is not defined for. */
export function checkPoint(parameters: readonly (readonly [string, FunctionParameter])[], params: Params): void {
  for (const [name, parameter] of parameters) {
    const value = params[`hp.${name}`];
    if (isActive(parameter, params) && !isValue(parameter, value)) {
      const { meaning } = describeParameter(parameter);
      throw new CambiumError('fix-input', `hp.${name} is ${JSON.stringify(value)}; right is: ${meaning}`);
    }
  }
}

function isValue(parameter: FunctionParameter, value: ParamValue | undefined): boolean {
  if ('choices' in parameter) return value !== undefined && parameter.choices.includes(value);
  if (typeof value !== 'number' || !(value >= parameter.low && value <= parameter.high)) return false;
  return parameter.type === 'float' || Number.isInteger(value);
}

export function isActive({ when }: FunctionParameter, params: Params): boolean {
  if (when === undefined) return true;
  return Object.entries(when).every(([parent, wanted]) => {
    const value = params[`hp.${parent}`];
    if (value === undefined) return false;
    if (Array.isArray(wanted)) return wanted.includes(value);
    const { min = -Infinity, max = Infinity } = wanted as Pick<Condition, 'min' | 'max'>;
    return Number(value) >= min && Number(value) <= max;
  });
}

/** Where the value lies in its range, from 0 to 1. */
export function positionOf(parameter: FunctionParameter, value: ParamValue): number {
  if ('choices' in parameter) return parameter.choices.indexOf(value) / Math.max(1, parameter.choices.length - 1);
  const { low, high, log = false } = parameter;
  const scale = log ? Math.log : (linear: number) => linear;
  return (scale(Number(value)) - scale(low)) / (scale(high) - scale(low));
}
