import type { Activation } from '../../attributes.js';
import { activate } from '../../sublayers/activation/build.js';
import { convolve, defineBuilder, depthwise } from '../../sublayers/build.js';
import { squeezeExcite } from '../../sublayers/squeeze-excite/build.js';
import { squeezedChannels } from './spec.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly expansion: number;
  readonly squeezeExcite: number;
  readonly activation: Activation;
}

export const invertedResidualBuilder = defineBuilder<Attributes>({
  name: 'inverted-residual',
  build(site) {
    const { filters, kernel, stride, expansion, squeezeExcite: ratio, activation } = site.attributes;
    const inChannels = site.input.shape[3] as number;
    const widen = { part: 'widen', filters: inChannels * expansion, kernel: 1, stride: 1, norm: true };
    const wide = expansion > 1 ? activate(site, convolve(site, site.input, widen), activation, 'widen') : site.input;
    const filtered = activate(site, depthwise(site, wide, { kernel, stride }), activation, 'depthwise');
    const weighed =
      ratio > 0
        ? squeezeExcite(site, filtered, { part: 'weigh', squeezed: squeezedChannels(inChannels, ratio) })
        : filtered;
    return convolve(site, weighed, { part: 'narrow', filters, kernel: 1, stride: 1, norm: true });
  },
});
