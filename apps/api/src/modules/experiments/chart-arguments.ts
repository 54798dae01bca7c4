import type { ChartFilter } from '@cambium/core';
import { withoutNulls } from '../filter-arguments.js';
import { inRange } from '../page-arguments.js';

/** Trials that one chart may ask to be kept. */
const mostKept = 200;

/** What every chart takes: a filter, and trials that its sample keeps. */
export function chartArguments(args: { filter?: unknown; keep?: readonly number[] | null }): {
  readonly filter: ChartFilter;
  readonly keep: readonly number[];
} {
  const keep = args.keep ?? [];
  inRange('length of keep', keep.length, { min: 0, max: mostKept });
  return { filter: withoutNulls<ChartFilter>('filter', args.filter ?? {}), keep };
}
