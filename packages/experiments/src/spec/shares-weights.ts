import type { DecodeContext, ExperimentSpec } from '@cambium/core';
import { compileSpace } from '@cambium/spaces';

/** Whether the networks of a space can be trained as one; false for a space that can't be read. */
export function sharesWeights(space: ExperimentSpec['space'], context: DecodeContext): boolean {
  const compiled = compileSpace(space);
  return compiled.kind === 'compiled' && compiled.space.supergraph(context) !== undefined;
}
