import * as z from 'zod';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';

export const identity = defineBlock({
  name: 'identity',
  summary: 'Hands its input on: the skip connection of a search space.',
  attributes: z.strictObject({}),
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: {}, inputs: [[4, 4, 2]] },
    { attributes: {}, inputs: [[6]] },
  ],
  shape: (_, [input]) => ({ kind: 'shape', shape: input ?? [] }),
  cost: () => noCost,
  isIdentity: () => true,
});
