import * as z from 'zod';
import { stride } from '../../attributes.js';
import { defineBlock } from '../../block-spec.js';
import { noCost } from '../../layer-cost.js';
import { spatialShape } from '../../spatial-shape.js';

/** A connection that is not there, for spaces in which "none" is a choice. What is read of it is 0; it costs nothing. */
export const zero = defineBlock({
  name: 'zero',
  summary: 'Zeros in the shape of its input (or of every stride-th pixel): the choice of no connection.',
  attributes: z.strictObject({ stride }),
  arity: { min: 1, max: 1 },
  commutative: false,
  examples: [
    { attributes: { stride: 1 }, inputs: [[4, 4, 2]] },
    { attributes: { stride: 2 }, inputs: [[7, 4, 3]] },
  ],
  shape: ({ stride }, [input]) => spatialShape(input, stride),
  cost: () => noCost,
  isZero: true,
});
