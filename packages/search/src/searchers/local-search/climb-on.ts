import type { AskContext, Rng, Space } from '@cambium/core';
import type { Knowledge } from '../../history/knowledge.js';
import { compareTrials } from '../../history/ranked-trial.js';
import type { Climb } from './climb.js';
import { type Neighbour, neighbours } from './neighbours.js';
import type { LocalSearchOptions } from './options.js';

/** What a look around found. */
export type Outlook =
  | { readonly kind: 'neighbour'; readonly climb: Climb; readonly neighbour: Neighbour; readonly of: number }
  /** All neighbours are known, and none is better. */
  | { readonly kind: 'top'; readonly climb: Climb };

/**
 * Moves up as far as known results lead, for nothing; then gives an untried neighbour, at random. Where there is none it
 * halves the step of numbers, while that brings new neighbours.
 */
export function climbOn(
  climb: Climb,
  { space, options }: AskContext<LocalSearchOptions>,
  { known, results, measured, rng }: Knowledge & { rng: Rng },
): Outlook {
  let now = climb;
  for (;;) {
    const { best } = now;
    const incumbent = best === null ? undefined : measured.get(best.number);
    if (best === null || incumbent === undefined) return { kind: 'top', climb: now };
    const around = rng.shuffle(neighbours(space, incumbent.params, now));
    const better = around
      .map(({ params }) => results.of(params) ?? null)
      .find((result) => result !== null && compareTrials(result, best) < 0);
    if (better !== undefined) {
      now = { ...now, best: better };
      continue;
    }
    const neighbour = around.find(({ params }) => !known.has(params) && space.isFeasible(params));
    if (neighbour !== undefined) return { kind: 'neighbour', climb: now, neighbour, of: best.number };
    if (now.step / 2 < options.smallestStep || !hasNumbers(space)) return { kind: 'top', climb: now };
    now = { ...now, step: now.step / 2 };
  }
}

function hasNumbers({ parameters }: Space): boolean {
  return parameters.some(({ domain }) => domain.kind === 'float' || domain.kind === 'int');
}
