import { apply, defineBuilder, subsample } from '../../sublayers/build.js';

export const zeroBuilder = defineBuilder<{ stride: number }>({
  name: 'zero',
  build(site) {
    const { tf, input, name, attributes } = site;
    const { stride } = attributes;
    const fewer = stride === 1 ? input : subsample(site, input, { stride, part: 'subsample' });
    return apply(tf.layers.rescaling({ name: name(), scale: 0, offset: 0 }), fewer);
  },
});
