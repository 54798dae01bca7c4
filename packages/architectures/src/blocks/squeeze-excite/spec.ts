import * as z from 'zod';
import { squeezeRatio } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { squeezeExciteCost } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z.strictObject({
  ratio: squeezeRatio.default(0.25).describe('Channels between the two dense layers, as a share of all'),
});

/** At least one, rounded down. */
export function squeezedOf(channels: number, ratio: number): number {
  return Math.max(1, Math.floor(channels * ratio));
}

export const squeezeExcite = defineBlock({
  name: 'squeeze-excite',
  summary: 'Weighs each channel by a number in (0, 1) that two dense layers make of all channels’ means.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { ratio: 0.25 }, inputs: [[5, 4, 8]] },
    { attributes: { ratio: 0.1 }, inputs: [[3, 3, 4]] },
  ],
  shape: (_, [input]) => spatialShape(input, 1),
  cost: ({ ratio }, _, output) => squeezeExciteCost(output, squeezedOf(output[2] ?? 0, ratio)),
});
