import * as z from 'zod';
import { activation, filters, kernel, squeezeRatio, stride } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { convolutionCost, depthwiseCost, type LayerCost, squeezeExciteCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z.strictObject({
  filters,
  kernel: kernel.default(3),
  stride,
  expansion: z.int().min(1).max(16).default(6).describe('Channels inside, as a multiple of those that come in'),
  squeezeExcite: z
    .union([z.literal(0), squeezeRatio])
    .default(0)
    .describe(
      'Channels between the dense layers of a squeeze-and-excitation, as a share of those that come in; 0: none',
    ),
  activation: activation.default('relu'),
});

/** As MnasNet and EfficientNet have it: a share of the block's input, not of the widened channels. */
export function squeezedChannels(inChannels: number, ratio: number): number {
  return Math.max(1, Math.floor(inChannels * ratio));
}

/**
 * MobileNetV2's unit (Sandler et al. 2018, table 1) without its skip, which an `add` node draws: widen 1×1, filter
 * depthwise, narrow 1×1 without activation. By default ReLU in place of ReLU6, whose bound only serves 8-bit inference.
 * `expansion` 1 has no widening layer, as in the paper's first unit. A squeeze-and-excitation stands after the depthwise
 * convolution, as in MnasNet (Tan et al. 2019, figure 7).
 */
export const invertedResidual = defineBlock({
  name: 'inverted-residual',
  summary: 'MobileNetV2: widen, filter depthwise, narrow; batch norm after each. Add the skip with an add block.',
  attributes,
  arity: { min: 1, max: 1 },
  width: 'filters',
  commutative: false,
  examples: [
    { attributes: { filters: 3, kernel: 3, stride: 1, expansion: 2 }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 5, kernel: 5, stride: 2, expansion: 1 }, inputs: [[7, 9, 4]] },
    { attributes: { filters: 4, squeezeExcite: 0.25, activation: 'swish', expansion: 3 }, inputs: [[6, 6, 5]] },
    { attributes: { filters: 4, squeezeExcite: 0.5, activation: 'relu6', expansion: 1 }, inputs: [[6, 6, 5]] },
  ],
  laterAttributes: { squeezeExcite: 0, activation: 'relu' },
  shape: ({ filters, stride }, [input]) => spatialShape(input, stride, filters),
  cost({ kernel, expansion, squeezeExcite }, [input], output) {
    const [height = 0, width = 0, inChannels = 0] = input ?? [];
    const inside = inChannels * expansion;
    const filtered = [...output.slice(0, 2), inside];
    const layers: LayerCost[] = [
      depthwiseCost(kernel, filtered),
      convolutionCost({ kernel: 1, inChannels: inside, output, norm: true }),
    ];
    if (expansion > 1) {
      layers.push(convolutionCost({ kernel: 1, inChannels, output: [height, width, inside], norm: true }));
    }
    if (squeezeExcite > 0) layers.push(squeezeExciteCost(filtered, squeezedChannels(inChannels, squeezeExcite)));
    return sumCosts(layers);
  },
});
