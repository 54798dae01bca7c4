import * as z from 'zod';
import { activation } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf } from '../../layer-cost.js';
import { formatShape, sameShape } from '../../tensor-shape.js';

const attributes = z.strictObject({ activation: activation.default('none') });

export const add = defineBlock({
  name: 'add',
  summary: 'Adds its inputs, which have one shape: how a skip connection comes back. A single one is handed on.',
  attributes,
  arity: { min: 1, max: null },
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
    { attributes: { activation: 'relu' }, inputs: [[4, 4, 3]] },
  ],
  shape(_, inputs) {
    const [first = [], ...rest] = inputs;
    if (rest.every((shape) => sameShape(first, shape))) return { kind: 'shape', shape: first };
    return { kind: 'refused', message: `adds inputs of one shape, got ${inputs.map(formatShape).join(' and ')}` };
  },
  cost: (_, inputs, output) => ({
    params: 0,
    flops: 0,
    activationBytes: inputs.length > 1 ? activationBytesOf(output) : 0,
  }),
  isIdentity: ({ activation }) => activation === 'none',
  isSum: true,
});
