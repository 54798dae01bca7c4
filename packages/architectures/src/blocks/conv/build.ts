import { activate, convolve, defineBuilder } from '../../sublayers/build.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: 'relu' | 'none';
  readonly norm: boolean;
}

export const convBuilder = defineBuilder<Attributes>({
  name: 'conv',
  build: (site) => activate(site, convolve(site, site.input, site.attributes), site.attributes.activation),
});
