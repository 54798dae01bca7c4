import type { ParamValue, Rng } from '@cambium/core';
import type { Choice, Path } from './choices.js';

/** Gives the paths whose gradients are added up for one update. */
export type PathSampler = (rng: Rng) => readonly Path[];

/** One path, each value as likely as the others of its choice (Guo et al. 2020, 3.2). */
export function uniformPaths(choices: readonly Choice[]): PathSampler {
  return (rng) => [Object.fromEntries(choices.map(({ param, values }) => [param, rng.pick(values)]))];
}

/**
 * As many paths as the largest choice has values, so that each value of every choice is in exactly one of them (Chu et
 * al. 2021, algorithm 1). A smaller choice goes through its values again for the rest.
 */
export function fairPaths(choices: readonly Choice[]): PathSampler {
  const most = Math.max(1, ...choices.map(({ values }) => values.length));
  return (rng) => {
    const orders = choices.map(({ param, values }) => [param, turns(values, most, rng)] as const);
    return Array.from({ length: most }, (_, i) =>
      Object.fromEntries(orders.map(([param, order]) => [param, order[i] as ParamValue])),
    );
  };
}

function turns(values: readonly ParamValue[], count: number, rng: Rng): ParamValue[] {
  const order: ParamValue[] = [];
  while (order.length < count) order.push(...rng.shuffle(values));
  return order.slice(0, count);
}
