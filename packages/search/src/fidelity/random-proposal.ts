import type { AskContext, Rng } from '@cambium/core';
import { freshSample } from '../history/fresh-sample.js';
import type { KnownDesigns } from '../history/known-designs.js';
import type { Proposal } from './ask-brackets.js';

/** A uniform draw that is not known yet; it is known from now on. Undefined when the space holds nothing new. */
export function randomProposal(
  { space }: AskContext<unknown>,
  { known, rng, because }: { readonly known: KnownDesigns; readonly rng: Rng; readonly because?: string },
): Proposal | undefined {
  const params = freshSample(space, known, rng);
  if (params === undefined) return undefined;
  known.add(params);
  return { params, why: { by: 'random', ...(because === undefined ? {} : { because }) } };
}
