import type { Parameter } from '@cambium/core';

/** `count` equally spaced values from 0 to 1, without the noise of division: 0, 0.1 … 1. */
export function levels(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (count === 1 ? 1 : Number((i / (count - 1)).toFixed(6))));
}

/** A share in as many equally spaced levels; a probability or a magnitude. */
export function levelParameter(name: string, count: number): Parameter[] {
  if (count === 1) return [];
  return [{ name, branch: 'aug', domain: { kind: 'ordinal', choices: levels(count) }, conditions: [] }];
}
