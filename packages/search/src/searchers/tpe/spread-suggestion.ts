import type { AskContext, Params, Rng, Suggestion } from '@cambium/core';
import { freshSample } from '../../history/fresh-sample.js';
import type { KnownDesigns } from '../../history/known-designs.js';
import { encodePoint } from './encode-point.js';
import type { ObservationTable } from './observation-table.js';

/** Draws of which the farthest is taken. */
const draws = 16;

/**
 * Of several draws that are not known yet the one farthest from all rows of the table (Mitchell's best candidate, 1991): first
 * points leave fewer holes than independent draws. Undefined when the space holds nothing new.
 */
export function spreadSuggestion(
  { space }: AskContext<unknown>,
  { table, known, rng }: { readonly table: ObservationTable; readonly known: KnownDesigns; readonly rng: Rng },
): Suggestion | undefined {
  let best: { readonly params: Params; readonly distance: number } | undefined;
  for (let draw = 0; draw < draws; draw++) {
    const params = freshSample(space, known, rng.fork(draw));
    if (params === undefined) break;
    const distance = distanceToNearest(table, encodePoint(space, table.axes, params));
    if (best === undefined || distance > best.distance) best = { params, distance };
  }
  if (best === undefined) return undefined;
  return { params: best.params, why: { by: 'random', because: 'starting up', draws } };
}

/** Mean over the parameters of the squared distance as a share of the range; of what only one has, and of other choices, 1. */
function distanceToNearest({ axes, columns, count }: ObservationTable, point: Float64Array): number {
  let nearest = Infinity;
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (const [index, { kind, low, high }] of axes.entries()) {
      const own = point[index]!;
      const other = columns[index]![row]!;
      if (Number.isNaN(own) && Number.isNaN(other)) continue;
      if (Number.isNaN(own) || Number.isNaN(other)) sum += 1;
      else if (kind === 'categorical') sum += own === other ? 0 : 1;
      else sum += ((own - other) / (high - low)) ** 2;
    }
    nearest = Math.min(nearest, sum);
  }
  return nearest;
}
