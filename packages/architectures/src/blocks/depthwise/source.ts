import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate, depthwise, preActivate } from '../../sublayers/source.js';

interface Attributes {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly preActivation: boolean;
  readonly activation: Activation;
  readonly norm: boolean;
}

export const depthwiseSource = defineSource<Attributes>({
  name: 'depthwise',
  layers: ({ attributes, output }) => [
    ...preActivate(attributes),
    ...depthwise(output[2] ?? 0, attributes),
    ...activate(attributes.activation),
  ],
});
