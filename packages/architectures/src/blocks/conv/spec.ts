import * as z from 'zod';
import {
  activation,
  dilation,
  filters,
  fitsStride,
  kernel,
  preActivation,
  stride,
  strideMisfit,
} from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { convolutionCost, subsampleCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z
  .strictObject({
    filters,
    kernel: kernel.default(3),
    stride,
    dilation,
    preActivation,
    activation: activation.default('relu'),
    norm: z.boolean().default(true).describe('Batch norm after the convolution, in place of a bias'),
    bias: z.boolean().default(true).describe('A bias, where there is no batch norm'),
  })
  .refine(fitsStride, strideMisfit);

export const conv = defineBlock({
  name: 'conv',
  summary: 'A full convolution with batch norm (or a bias) and ReLU.',
  attributes,
  arity: { min: 1, max: 1 },
  width: 'filters',
  commutative: false,
  examples: [
    { attributes: { filters: 4, kernel: 3, stride: 1, activation: 'relu', norm: true }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 5, kernel: 5, stride: 2, activation: 'none', norm: false }, inputs: [[7, 9, 2]] },
    { attributes: { filters: 5, kernel: 1, activation: 'none', norm: false, bias: false }, inputs: [[4, 4, 2]] },
    { attributes: { filters: 3 }, inputs: [[5, 5, 1]] },
    { attributes: { filters: 3, dilation: 2, preActivation: true, activation: 'none' }, inputs: [[6, 5, 2]] },
    { attributes: { filters: 3, dilation: 2, stride: 2, activation: 'hard-swish' }, inputs: [[7, 8, 2]] },
  ],
  laterAttributes: { dilation: 1, preActivation: false, bias: true },
  shape: ({ filters, stride }, [input]) => spatialShape(input, stride, filters),
  cost({ kernel, norm, bias, stride, dilation }, [input], output) {
    const inChannels = input?.[2] ?? 0;
    const seen = [...output.slice(0, 2), inChannels];
    return sumCosts([
      subsampleCost({ stride, dilation }, seen),
      convolutionCost({ kernel, inChannels, output, norm, bias }),
    ]);
  },
});
