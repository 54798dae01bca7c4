import * as z from 'zod';
import { activationFunctions } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';

const attributes = z.strictObject({
  function: z.enum(activationFunctions).default('relu').describe('What is applied to each value'),
});

export const activation = defineBlock({
  name: 'activation',
  summary: 'A nonlinear function of each value.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { function: 'relu' }, inputs: [[4, 4, 2]] },
    { attributes: { function: 'relu6' }, inputs: [[6]] },
    { attributes: { function: 'swish' }, inputs: [[4, 4, 2]] },
    { attributes: { function: 'hard-swish' }, inputs: [[4, 4, 2]] },
  ],
  shape: (_, [input]) => ({ kind: 'shape', shape: input ?? [] }),
  cost: () => noCost,
});
