import type { Json, Params, Rng, Space } from '@cambium/core';
import type { MeasuredTrial } from '../../history/measured-trials.js';
import { compareTrials } from '../../history/ranked-trial.js';
import type { EvolutionOptions } from './options.js';

export interface Child {
  readonly params: Params;
  readonly builtOn: readonly number[];
  readonly why: Json;
}

/** A mutant of a tournament's winner, or a mix of two winners. `population` must not be empty. */
export function breed(
  population: readonly MeasuredTrial[],
  { space, options, rng }: { space: Space; options: EvolutionOptions; rng: Rng },
): Child {
  const parent = tournament(population, options.tournament, rng);
  if (rng.next() >= options.crossover) {
    const params = space.mutate(parent.params, rng);
    return {
      params,
      builtOn: [parent.ranked.number],
      why: { by: 'mutation', parents: [parent.ranked.number], changed: changed(parent.params, params) },
    };
  }
  const other = tournament(population, options.tournament, rng);
  const params = space.crossover(parent.params, other.params, rng);
  const parents = [parent.ranked.number, other.ranked.number];
  return { params, builtOn: parents, why: { by: 'crossover', parents } };
}

/** The best of `size` draws with replacement; of equals the first drawn. */
export function tournament(population: readonly MeasuredTrial[], size: number, rng: Rng): MeasuredTrial {
  let winner = rng.pick(population);
  for (let i = 1; i < size; i++) {
    const rival = rng.pick(population);
    if (compareTrials(rival.ranked, winner.ranked) < 0) winner = rival;
  }
  return winner;
}

/** Names of the parameters that differ, appeared or went. */
function changed(before: Params, after: Params): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
