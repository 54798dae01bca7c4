import * as z from 'zod';
import type { ShapeResult } from '../../block-spec.js';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf, noCost } from '../../layer-cost.js';
import { formatShape, sameShape, type TensorShape } from '../../tensor-shape.js';

export const concat = defineBlock({
  name: 'concat',
  summary: 'Puts the channels of its inputs, which have one height and width, behind each other.',
  attributes: z.strictObject({}),
  arity: { min: 1, max: null },
  commutative: false,
  examples: [
    {
      attributes: {},
      inputs: [
        [4, 4, 3],
        [4, 4, 3],
      ],
    },
    { attributes: {}, inputs: [[6], [6], [6]] },
    { attributes: {}, inputs: [[4, 4, 3]] },
  ],
  shape(_, inputs): ShapeResult {
    const [first = []] = inputs;
    const sides = (shape: TensorShape) => shape.slice(0, -1);
    if (!inputs.every((shape) => shape.length === first.length && sameShape(sides(shape), sides(first)))) {
      const got = inputs.map(formatShape).join(' and ');
      return { kind: 'refused', message: `joins inputs that differ in their channels only, got ${got}` };
    }
    const channels = inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0);
    return { kind: 'shape', shape: [...first.slice(0, -1), channels] };
  },
  cost: (_, inputs, output) => ({
    ...noCost,
    activationBytes: inputs.length > 1 ? activationBytesOf(output) : 0,
  }),
  isIdentity: () => true,
});
