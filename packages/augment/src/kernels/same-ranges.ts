import type { OpRange, OpRanges } from '../op-spec.js';

/** Of an op whose scale is the same in every table. */
export const sameRanges = (range: OpRange): OpRanges => ({ standard: range, wide: range });
