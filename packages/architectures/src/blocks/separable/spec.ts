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
import { convolutionCost, depthwiseCost, subsampleCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z
  .strictObject({
    filters,
    kernel: kernel.default(3),
    stride,
    dilation,
    preActivation,
    innerNorm: z.boolean().default(true).describe('Batch norm between the depthwise convolution and the 1×1 one'),
    activation: activation.default('relu'),
  })
  .refine(fitsStride, strideMisfit);

/**
 * MobileNet's unit (Howard et al. 2017, section 3.1) with one activation, at the end, as Xception does it. DARTS has the
 * ReLU before it and no norm inside: `preActivation`, no `innerNorm`, no `activation`.
 */
export const separable = defineBlock({
  name: 'separable',
  summary: 'A depthwise convolution, then a 1×1 one, batch norm after each, ReLU at the end: cheap for its width.',
  attributes,
  arity: { min: 1, max: 1 },
  width: 'filters',
  commutative: false,
  examples: [
    { attributes: { filters: 6, kernel: 3, stride: 1, activation: 'relu' }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 2, kernel: 5, stride: 2, activation: 'none' }, inputs: [[7, 9, 4]] },
    {
      attributes: { filters: 3, dilation: 2, stride: 2, preActivation: true, innerNorm: false, activation: 'none' },
      inputs: [[8, 8, 3]],
    },
  ],
  laterAttributes: { dilation: 1, preActivation: false, innerNorm: true },
  shape: ({ filters, stride }, [input]) => spatialShape(input, stride, filters),
  cost({ kernel, stride, dilation, innerNorm }, [input], output) {
    const inChannels = input?.[2] ?? 0;
    const between = [...output.slice(0, 2), inChannels];
    return sumCosts([
      subsampleCost({ stride, dilation }, between),
      depthwiseCost(kernel, between, { norm: innerNorm }),
      convolutionCost({ kernel: 1, inChannels, output, norm: true }),
    ]);
  },
});
