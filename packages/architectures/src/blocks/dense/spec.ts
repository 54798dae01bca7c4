import * as z from 'zod';
import { activation } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { denseCost } from '../../layer-cost.js';
import { formatShape } from '../../tensor-shape.js';

const attributes = z.strictObject({
  units: z.int().min(1).max(65_536).describe('Length of the output'),
  activation: activation.default('none'),
});

export const dense = defineBlock({
  name: 'dense',
  summary: 'A fully connected layer with a bias. The last one gives the logits.',
  attributes,
  arity: { min: 1, max: 1 },
  width: 'units',
  commutative: false,
  examples: [
    { attributes: { units: 10, activation: 'none' }, inputs: [[6]] },
    { attributes: { units: 3, activation: 'relu' }, inputs: [[8]] },
  ],
  shape({ units }, [input = []]) {
    if (input.length === 1) return { kind: 'shape', shape: [units] };
    return {
      kind: 'refused',
      message: `takes a vector, got ${formatShape(input)}; put a global-average-pool before it`,
    };
  },
  cost: ({ units }, [input]) => denseCost(input?.[0] ?? 0, units),
});
