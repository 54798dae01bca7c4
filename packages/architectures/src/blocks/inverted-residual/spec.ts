import * as z from 'zod';
import { filters, kernel, stride } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { convolutionCost, depthwiseCost, type LayerCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z.strictObject({
  filters,
  kernel: kernel.default(3),
  stride,
  expansion: z.int().min(1).max(16).default(6).describe('Channels inside, as a multiple of those that come in'),
});

/**
 * MobileNetV2's unit (Sandler et al. 2018, table 1) without its skip, which an `add` node draws: widen 1×1, filter
 * depthwise, narrow 1×1 without activation. ReLU in place of ReLU6, whose bound only serves 8-bit inference.
 * `expansion` 1 has no widening layer, as in the paper's first unit.
 */
export const invertedResidual = defineBlock({
  name: 'inverted-residual',
  summary: 'MobileNetV2: widen, filter depthwise, narrow; batch norm after each. Add the skip with an add block.',
  attributes,
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { filters: 3, kernel: 3, stride: 1, expansion: 2 }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 5, kernel: 5, stride: 2, expansion: 1 }, inputs: [[7, 9, 4]] },
  ],
  shape: ({ filters, stride }, [input]) => spatialShape(input, stride, filters),
  cost({ kernel, expansion }, [input], output) {
    const [height = 0, width = 0, inChannels = 0] = input ?? [];
    const inside = inChannels * expansion;
    const layers: LayerCost[] = [
      depthwiseCost(kernel, [...output.slice(0, 2), inside]),
      convolutionCost({ kernel: 1, inChannels: inside, output, norm: true }),
    ];
    if (expansion > 1) {
      layers.push(convolutionCost({ kernel: 1, inChannels, output: [height, width, inside], norm: true }));
    }
    return sumCosts(layers);
  },
});
