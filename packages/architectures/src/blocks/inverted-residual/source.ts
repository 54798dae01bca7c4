import type { Activation } from '../../attributes.js';
import { defineSource } from '../../source/block-source.js';
import { activate, convolve, depthwise, squeezeExcite } from '../../sublayers/source.js';
import { squeezedChannels } from './spec.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly expansion: number;
  readonly squeezeExcite: number;
  readonly activation: Activation;
}

export const invertedResidualSource = defineSource<Attributes>({
  name: 'inverted-residual',
  layers({ attributes, inputs: [input] }) {
    const { filters, kernel, stride, expansion, squeezeExcite: ratio, activation } = attributes;
    const inChannels = input?.[2] ?? 0;
    const inside = inChannels * expansion;
    const widen = { part: 'widen', filters: inside, kernel: 1, stride: 1, norm: true };
    const weigh = { part: 'weigh', squeezed: squeezedChannels(inChannels, ratio) };
    return [
      ...(expansion > 1 ? [...convolve(inChannels, widen), ...activate(activation, 'widen')] : []),
      ...depthwise(inside, { kernel, stride }),
      ...activate(activation, 'depthwise'),
      ...(ratio > 0 ? [squeezeExcite(inside, weigh)] : []),
      ...convolve(inside, { part: 'narrow', filters, kernel: 1, stride: 1, norm: true }),
    ];
  },
});
