import { defineSource } from '../../source/block-source.js';
import { activate, convolve, depthwise } from '../../sublayers/source.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: 'relu' | 'none';
}

export const separableSource = defineSource<Attributes>({
  name: 'separable',
  layers({ attributes, inputs: [input] }) {
    const { filters, activation } = attributes;
    const channels = input?.[2] ?? 0;
    return [
      ...depthwise(channels, attributes),
      ...convolve(channels, { part: 'mix', filters, kernel: 1, stride: 1, norm: true }),
      ...activate(activation),
    ];
  },
});
