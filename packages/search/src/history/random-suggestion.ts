import type { AskContext, Params, Rng } from '@cambium/core';
import { freshSample } from './fresh-sample.js';
import type { KnownDesigns } from './known-designs.js';

/** A uniform draw that is not known yet, and is from now on. Undefined when the space holds nothing new. */
export function randomSuggestion(
  { space }: AskContext<unknown>,
  { known, rng }: { readonly known: KnownDesigns; readonly rng: Rng },
  because?: string,
): { readonly params: Params; readonly why: { readonly by: string; readonly because?: string } } | undefined {
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  known.add(params);
  return { params, why: { by: 'random', ...(because === undefined ? {} : { because }) } };
}
