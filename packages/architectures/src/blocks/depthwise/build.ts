import type { Activation } from '../../attributes.js';
import { activate, preActivate } from '../../sublayers/activation/build.js';
import { defineBuilder, depthwise } from '../../sublayers/build.js';

interface Attributes {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly preActivation: boolean;
  readonly activation: Activation;
  readonly norm: boolean;
}

export const depthwiseBuilder = defineBuilder<Attributes>({
  name: 'depthwise',
  build: (site) => activate(site, depthwise(site, preActivate(site), site.attributes), site.attributes.activation),
});
