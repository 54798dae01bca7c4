import * as z from 'zod';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';

const attributes = z.strictObject({
  rate: z.number().min(0).lt(1).describe('Chance that a value is set to 0 in training, in [0, 1)'),
});

export const dropout = defineBlock({
  name: 'dropout',
  summary: 'Sets random values to 0 in training and scales the rest up; does nothing afterwards.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { rate: 0.5 }, inputs: [[10]] },
    { attributes: { rate: 0 }, inputs: [[4, 4, 2]] },
  ],
  shape: (_, [input]) => ({ kind: 'shape', shape: input ?? [] }),
  cost: () => noCost,
  isIdentity: ({ rate }) => rate === 0,
});
