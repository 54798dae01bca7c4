import { defineSource } from '../../source/block-source.js';
import { activate, convolve } from '../../sublayers/source.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: 'relu' | 'none';
  readonly norm: boolean;
}

export const convSource = defineSource<Attributes>({
  name: 'conv',
  layers: ({ attributes, inputs: [input] }) => [
    ...convolve(input?.[2] ?? 0, attributes),
    ...activate(attributes.activation),
  ],
});
