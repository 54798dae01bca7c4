import * as z from 'zod';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';

const size = z.int().min(1).max(65_536);
const attributes = z.strictObject({
  shape: z
    .union([z.tuple([size, size, size]), z.tuple([size])])
    .describe('Height, width, channels of an image, or the length of a vector'),
});

export const input = defineBlock({
  name: 'input',
  summary: 'Where the image enters; every architecture has one, first.',
  attributes,
  arity: { min: 0, max: 0 },
  commutative: false,
  examples: [
    { attributes: { shape: [8, 8, 1] }, inputs: [] },
    { attributes: { shape: [16] }, inputs: [] },
  ],
  shape: ({ shape }) => ({ kind: 'shape', shape }),
  cost: () => noCost,
});
