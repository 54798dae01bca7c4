import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate, convolve, depthwise, preActivate } from '../../sublayers/source.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly preActivation: boolean;
  readonly innerNorm: boolean;
  readonly activation: Activation;
}

export const separableSource = defineSource<Attributes>({
  name: 'separable',
  layers({ attributes, inputs: [input] }) {
    const { filters, activation, innerNorm, kernel, stride, dilation } = attributes;
    const channels = input?.[2] ?? 0;
    return [
      ...preActivate(attributes),
      ...depthwise(channels, { kernel, stride, dilation, norm: innerNorm }),
      ...convolve(channels, { part: 'mix', filters, kernel: 1, stride: 1, norm: true }),
      ...activate(activation),
    ];
  },
});
