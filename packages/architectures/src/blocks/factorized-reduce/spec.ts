import * as z from 'zod';
import { filters, preActivation } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { activationBytesOf, convolutionCost, noCost, sumCosts } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

const attributes = z.strictObject({ filters: filters.min(2), preActivation });

/**
 * Half the resolution without losing every other pixel (DARTS, Liu et al. 2019, after NASNet): half of the channels from
 * the pixels of even rows and columns, half from those of odd ones.
 */
export const factorizedReduce = defineBlock({
  name: 'factorized-reduce',
  summary: 'Halves height and width by two 1×1 convolutions, one of them shifted by a pixel, side by side; batch norm.',
  attributes,
  arity: { min: 1, max: 1 },
  width: 'filters',
  commutative: false,
  examples: [
    { attributes: { filters: 6, preActivation: true }, inputs: [[8, 8, 3]] },
    { attributes: { filters: 5 }, inputs: [[7, 9, 2]] },
  ],
  shape: ({ filters }, [input]) => spatialShape(input, 2, filters),
  cost({ filters }, [input], output) {
    const inChannels = input?.[2] ?? 0;
    const half = (channels: number) =>
      convolutionCost({
        kernel: 1,
        inChannels,
        output: [...output.slice(0, 2), channels],
        norm: false,
        bias: false,
      });
    return sumCosts([
      half(Math.ceil(filters / 2)),
      half(Math.floor(filters / 2)),
      { ...noCost, params: 2 * filters, activationBytes: activationBytesOf(output) },
    ]);
  },
});
