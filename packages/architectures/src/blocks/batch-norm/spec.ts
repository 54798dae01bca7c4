import * as z from 'zod';
import { activation } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';

const attributes = z.strictObject({ activation: activation.default('none') });

export const batchNorm = defineBlock({
  name: 'batch-norm',
  summary: 'Brings each channel to mean 0 and variance 1 over a batch, then scales and shifts it by what it learns.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { activation: 'relu' }, inputs: [[4, 4, 3]] },
    { attributes: { activation: 'none' }, inputs: [[5]] },
  ],
  shape: (_, [input]) => ({ kind: 'shape', shape: input ?? [] }),
  cost: (_, __, output) => ({ ...noCost, params: 2 * (output.at(-1) ?? 0) }),
});
