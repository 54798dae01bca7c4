import { activate, convolve, defineBuilder, depthwise } from '../../sublayers/build.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly activation: 'relu' | 'none';
}

export const separableBuilder = defineBuilder<Attributes>({
  name: 'separable',
  build(site) {
    const { filters, activation } = site.attributes;
    const filtered = depthwise(site, site.input, site.attributes);
    const mixed = convolve(site, filtered, { part: 'mix', filters, kernel: 1, stride: 1, norm: true });
    return activate(site, mixed, activation);
  },
});
