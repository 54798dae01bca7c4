import * as z from 'zod';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf, noCost } from '../../layer-cost.js';
import { imageWanted } from '../../spatial-shape.js';

const side = z.int().min(1).max(4096);
const attributes = z.strictObject({
  height: side.describe('Rows of the output'),
  width: side.describe('Columns of the output'),
});

export const resize = defineBlock({
  name: 'resize',
  summary: 'Another resolution, bilinear: how a network sees images larger or smaller than they are.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { height: 7, width: 9 }, inputs: [[5, 8, 2]] },
    { attributes: { height: 3, width: 2 }, inputs: [[6, 6, 1]] },
  ],
  shape({ height, width }, [input]) {
    const channels = input?.[2];
    return channels === undefined
      ? { kind: 'refused', message: imageWanted(input) }
      : { kind: 'shape', shape: [height, width, channels] };
  },
  cost: (_, __, output) => ({ ...noCost, activationBytes: activationBytesOf(output) }),
});
