import type { Activation } from '../../attributes.js';
import { activate } from '../../sublayers/activation/build.js';
import { apply, defineBuilder } from '../../sublayers/build.js';

export const denseBuilder = defineBuilder<{ units: number; activation: Activation }>({
  name: 'dense',
  build(site) {
    const { tf, attributes, input, name, seed } = site;
    // Glorot where no ReLU follows: the logits of an untrained network stay near 0, its loss near log(classes).
    const kernelInitializer =
      attributes.activation === 'none'
        ? tf.initializers.glorotUniform({ seed: seed('kernel') })
        : tf.initializers.heNormal({ seed: seed('kernel') });
    const output = apply(tf.layers.dense({ name: name(), units: attributes.units, kernelInitializer }), input);
    return activate(site, output, attributes.activation);
  },
});
