import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate, normalise } from '../../sublayers/source.js';

export const batchNormSource = defineSource<{ activation: Activation }>({
  name: 'batch-norm',
  layers: ({ attributes, output }) => [
    normalise(output.at(-1) ?? 0, { vector: output.length === 1 }),
    ...activate(attributes.activation),
  ],
});
