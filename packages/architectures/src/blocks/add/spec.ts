import * as z from 'zod';
import { activation } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf } from '../../layer-cost.js';
import { formatShape, sameShape } from '../../tensor-shape.js';

const attributes = z.strictObject({ activation: activation.default('none') });

export const add = defineBlock({
  name: 'add',
  summary: 'Adds its inputs, which have one shape: how a skip connection comes back.',
  attributes,
  arity: { min: 2, max: null },
  commutative: true,
  examples: [
    {
      attributes: { activation: 'relu' },
      inputs: [
        [4, 4, 3],
        [4, 4, 3],
      ],
    },
    { attributes: { activation: 'none' }, inputs: [[6], [6], [6]] },
  ],
  shape(_, inputs) {
    const [first = [], ...rest] = inputs;
    if (rest.every((shape) => sameShape(first, shape))) return { kind: 'shape', shape: first };
    return { kind: 'refused', message: `adds inputs of one shape, got ${inputs.map(formatShape).join(' and ')}` };
  },
  cost: (_, __, output) => ({ params: 0, flops: 0, activationBytes: activationBytesOf(output) }),
});
