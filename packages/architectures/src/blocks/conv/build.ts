import type { Activation } from '../../attributes.js';
import { activate, preActivate } from '../../sublayers/activation/build.js';
import { convolve, defineBuilder } from '../../sublayers/build.js';

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

export const convBuilder = defineBuilder<Attributes>({
  name: 'conv',
  build: (site) => activate(site, convolve(site, preActivate(site), site.attributes), site.attributes.activation),
});
