import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate, convolve, preActivate } from '../../sublayers/source.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly preActivation: boolean;
  readonly activation: Activation;
  readonly norm: boolean;
  readonly bias: boolean;
}

export const convSource = defineSource<Attributes>({
  name: 'conv',
  layers: ({ attributes, inputs: [input] }) => [
    ...preActivate(attributes),
    ...convolve(input?.[2] ?? 0, attributes),
    ...activate(attributes.activation),
  ],
});
