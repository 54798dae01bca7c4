import type { SymbolicTensor } from '@tensorflow/tfjs';
import { preActivate } from '../../sublayers/activation/build.js';
import { apply, convolve, defineBuilder, normalise } from '../../sublayers/build.js';

export const factorizedReduceBuilder = defineBuilder<{ filters: number; preActivation: boolean }>({
  name: 'factorized-reduce',
  build(site) {
    const { tf, name, attributes } = site;
    const input = preActivate(site);
    // One row and column of zeros at the far end, one cut off at the near end: every size stays.
    const far: [number, number] = [0, 1];
    const near: [number, number] = [1, 0];
    const padded = apply(tf.layers.zeroPadding2d({ name: name('pad'), padding: [far, far] }), input);
    const shifted = apply(tf.layers.cropping2D({ name: name('shift'), cropping: [near, near] }), padded);
    const half = (part: string, from: SymbolicTensor, filters: number) =>
      convolve(site, from, { part, filters, kernel: 1, stride: 2, norm: false, bias: false });
    const even = half('even', input, Math.ceil(attributes.filters / 2));
    const odd = half('odd', shifted, Math.floor(attributes.filters / 2));
    const both = tf.layers.concatenate({ name: name() }).apply([even, odd]) as SymbolicTensor;
    return normalise(site, both, 'norm');
  },
});
