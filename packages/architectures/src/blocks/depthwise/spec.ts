import * as z from 'zod';
import { activation, dilation, fitsStride, kernel, preActivation, stride, strideMisfit } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { depthwiseCost, subsampleCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z
  .strictObject({
    kernel: kernel.default(3),
    stride,
    dilation,
    preActivation,
    activation: activation.default('relu'),
    norm: z.boolean().default(true).describe('Batch norm after the convolution'),
  })
  .refine(fitsStride, strideMisfit);

export const depthwise = defineBlock({
  name: 'depthwise',
  summary: 'One kernel for each channel, which mixes pixels and no channels; with batch norm and ReLU.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { kernel: 3, stride: 1, activation: 'relu' }, inputs: [[8, 8, 3]] },
    { attributes: { kernel: 5, stride: 2, activation: 'none', norm: false }, inputs: [[7, 9, 4]] },
    { attributes: { kernel: 3, dilation: 4, stride: 2, preActivation: true }, inputs: [[9, 8, 2]] },
  ],
  shape: ({ stride }, [input]) => spatialShape(input, stride),
  cost: ({ kernel, stride, dilation, norm }, _, output) =>
    sumCosts([subsampleCost({ stride, dilation }, output), depthwiseCost(kernel, output, { norm })]),
});
