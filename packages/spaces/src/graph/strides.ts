import type { ImageShape } from '@cambium/core';

/** From this side on the stem halves the resolution, so that a 28×28 image costs what a 14×14 one does. */
const halvingSide = 24;
/** A larger map after the stem is pooled down to this before the first stage. */
const largestSide = 32;
/** No stride may go below this side. */
const smallestSide = 2;

/** Where a network of stages lowers the resolution. */
export interface Strides {
  readonly stem: number;
  /** 2×2 pools between the stem and the first stage. */
  readonly pools: number;
  /** Of each stage's first block. */
  readonly stages: readonly number[];
}

/** `halving` says which stages start by halving the resolution; none does that would leave less than 2×2 pixels. */
export function stridesOf([height, width]: ImageShape, halving: readonly boolean[]): Strides {
  let side = Math.min(height, width);
  const stem = side >= halvingSide ? 2 : 1;
  side = Math.ceil(side / stem);
  let pools = 0;
  for (; side > largestSide; side = Math.ceil(side / 2)) pools++;
  const stages = halving.map((halves) => {
    if (!halves || Math.ceil(side / 2) < smallestSide) return 1;
    side = Math.ceil(side / 2);
    return 2;
  });
  return { stem, pools, stages };
}
