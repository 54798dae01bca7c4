import { defineSource } from '../../source/block-source.js';
import { activate, convolve, depthwise } from '../../sublayers/source.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly expansion: number;
}

export const invertedResidualSource = defineSource<Attributes>({
  name: 'inverted-residual',
  layers({ attributes, inputs: [input] }) {
    const { filters, expansion } = attributes;
    const inChannels = input?.[2] ?? 0;
    const inside = inChannels * expansion;
    const widen = { part: 'widen', filters: inside, kernel: 1, stride: 1, norm: true };
    return [
      ...(expansion > 1 ? [...convolve(inChannels, widen), ...activate('relu', 'widen')] : []),
      ...depthwise(inside, attributes),
      ...activate('relu', 'depthwise'),
      ...convolve(inside, { part: 'narrow', filters, kernel: 1, stride: 1, norm: true }),
    ];
  },
});
