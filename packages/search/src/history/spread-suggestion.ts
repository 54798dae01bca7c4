import type { AskContext, Params, Rng } from '@cambium/core';
import { freshSample } from './fresh-sample.js';
import type { KnownDesigns } from './known-designs.js';
import type { SeenPoints } from './seen-points.js';

/** Draws of which the farthest is taken. */
const draws = 16;

/**
 * Of several uniform draws that are not known yet the one farthest from all that was seen (Mitchell's best candidate, 1991):
 * first points leave fewer holes than independent draws. It is known and seen from now on. Undefined when the space holds
 * nothing new.
 */
export function spreadSuggestion(
  { space }: AskContext<unknown>,
  { known, seen, rng }: { readonly known: KnownDesigns; readonly seen: SeenPoints; readonly rng: Rng },
  because: string,
):
  | { readonly params: Params; readonly why: { readonly by: string; readonly because: string; readonly draws: number } }
  | undefined {
  let best: { readonly params: Params; readonly distance: number } | undefined;
  for (let draw = 0; draw < draws; draw++) {
    const params = freshSample(space, known, rng.fork(draw));
    if (params === undefined) break;
    const distance = seen.distanceToNearest(params);
    if (best === undefined || distance > best.distance) best = { params, distance };
  }
  if (best === undefined) return undefined;
  known.add(best.params);
  seen.add(best.params);
  return { params: best.params, why: { by: 'random', because, draws } };
}
