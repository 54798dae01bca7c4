import type { Params, Space } from '@cambium/core';
import { pointAt } from '@cambium/spaces';
import type { QuasiRandomSequence } from '../math/quasi-random/quasi-random-sequence.js';
import type { KnownDesigns } from './known-designs.js';

/** Goes through a quasi-random sequence, past known designs and those that break a constraint known before training. */
export interface SequenceWalk {
  /** Index of the next point. */
  readonly position: number;
  /** A new design, from now on a known one, and its index; undefined after {@link skips} points that were of no use. */
  next(): { readonly params: Params; readonly point: number } | undefined;
}

/** Points that may be skipped in a row. */
export const skips = 200;

export interface SequenceWalkSettings {
  readonly space: Space;
  readonly sequence: QuasiRandomSequence;
  /** Index of the first point. */
  readonly from: number;
  readonly known: KnownDesigns;
}

export function walkSequence({ space, sequence, from, known }: SequenceWalkSettings): SequenceWalk {
  let position = from;
  return {
    get position() {
      return position;
    },
    next() {
      for (let skipped = 0; skipped < skips; skipped++) {
        const point = position++;
        const params = pointAt(space, sequence.point(point));
        if (known.has(params) || !space.isFeasible(params)) continue;
        known.add(params);
        return { params, point };
      }
      return undefined;
    },
  };
}
