import { activate, convolve, defineBuilder, depthwise } from '../../sublayers/build.js';

interface Attributes {
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly expansion: number;
}

export const invertedResidualBuilder = defineBuilder<Attributes>({
  name: 'inverted-residual',
  build(site) {
    const { filters, expansion } = site.attributes;
    const inside = (site.input.shape[3] ?? 0) * expansion;
    const wide =
      expansion > 1
        ? activate(
            site,
            convolve(site, site.input, { part: 'widen', filters: inside, kernel: 1, stride: 1, norm: true }),
            'relu',
            'widen',
          )
        : site.input;
    const filtered = activate(site, depthwise(site, wide, site.attributes), 'relu', 'depthwise');
    return convolve(site, filtered, { part: 'narrow', filters, kernel: 1, stride: 1, norm: true });
  },
});
