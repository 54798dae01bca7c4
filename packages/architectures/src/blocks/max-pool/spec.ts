import { defineBlock } from '../../block-spec.js';
import { activationBytesOf } from '../../layer-cost.js';
import { poolAttributes } from '../../pool-attributes.js';
import { spatialShape } from '../../spatial-shape.js';

export const maxPool = defineBlock({
  name: 'max-pool',
  summary: 'The largest value of each window; pixels beyond the border are left out.',
  attributes: poolAttributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { size: 2, stride: 2 }, inputs: [[7, 8, 3]] },
    { attributes: { size: 3, stride: 1 }, inputs: [[5, 5, 2]] },
  ],
  shape: ({ stride }, [input]) => spatialShape(input, stride),
  cost: (_, __, output) => ({ params: 0, flops: 0, activationBytes: activationBytesOf(output) }),
  isIdentity: ({ size, stride }) => size === 1 && stride === 1,
});
