import * as z from 'zod';
import { activation, filters, kernel, stride } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { convolutionCost } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z.strictObject({
  filters,
  kernel: kernel.default(3),
  stride,
  activation: activation.default('relu'),
  norm: z.boolean().default(true).describe('Batch norm after the convolution, in place of a bias'),
});

export const conv = defineBlock({
  name: 'conv',
  summary: 'A full convolution with batch norm (or a bias) and ReLU.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { filters: 4, kernel: 3, stride: 1, activation: 'relu', norm: true }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 5, kernel: 5, stride: 2, activation: 'none', norm: false }, inputs: [[7, 9, 2]] },
    { attributes: { filters: 3 }, inputs: [[5, 5, 1]] },
  ],
  shape: ({ filters, stride }, [input]) => spatialShape(input, stride, filters),
  cost: ({ kernel, norm }, [input], output) => convolutionCost({ kernel, inChannels: input?.[2] ?? 0, output, norm }),
});
