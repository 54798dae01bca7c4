import * as z from 'zod';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf } from '../../layer-cost.js';
import { imageWanted } from '../../spatial-shape.js';

export const globalAveragePool = defineBlock({
  name: 'global-average-pool',
  summary: 'The mean of each channel: turns an image into a vector, whatever its size.',
  attributes: z.strictObject({}),
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [{ attributes: {}, inputs: [[5, 4, 6]] }],
  shape(_, [input]) {
    const channels = input?.[2];
    return channels === undefined
      ? { kind: 'refused', message: imageWanted(input) }
      : { kind: 'shape', shape: [channels] };
  },
  cost: (_, __, output) => ({ params: 0, flops: 0, activationBytes: activationBytesOf(output) }),
});
