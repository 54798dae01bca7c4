import type { AskContext, Rng, Suggestion } from '@cambium/core';
import { freshSample } from './fresh-sample.js';
import type { KnownDesigns } from './known-designs.js';

/** A uniform draw that is not known yet, and is from now on. Undefined when the space holds nothing new. */
export function randomSuggestion(
  { space }: AskContext<unknown>,
  { known, rng }: { readonly known: KnownDesigns; readonly rng: Rng },
  because: string,
): Suggestion | undefined {
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  known.add(params);
  return { params, why: { by: 'random', because } };
}
