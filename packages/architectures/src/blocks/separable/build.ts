import type { Activation } from '../../attributes.js';
import { activate, preActivate } from '../../sublayers/activation/build.js';
import { convolve, defineBuilder, depthwise } from '../../sublayers/build.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly preActivation: boolean;
  readonly innerNorm: boolean;
  readonly activation: Activation;
}

export const separableBuilder = defineBuilder<Attributes>({
  name: 'separable',
  build(site) {
    const { filters, activation, innerNorm, kernel, stride, dilation } = site.attributes;
    const filtered = depthwise(site, preActivate(site), { kernel, stride, dilation, norm: innerNorm });
    const mixed = convolve(site, filtered, { part: 'mix', filters, kernel: 1, stride: 1, norm: true });
    return activate(site, mixed, activation);
  },
});
