import type { SymbolicTensor } from '@tensorflow/tfjs';
import type { Activation } from '../../attributes.js';
import { apply, type BuildSite, suffixed } from '../build.js';

/** Layers that apply `activation`, named after it: `<part>-relu`. */
export function activate<A>(
  site: BuildSite<A>,
  input: SymbolicTensor,
  activation: Activation,
  part?: string,
): SymbolicTensor {
  const { tf, name } = site;
  switch (activation) {
    case 'none':
      return input;
    case 'hard-swish':
      return hardSwish(site, input, suffixed(part, activation));
    case 'relu':
    case 'relu6':
    case 'swish':
      return apply(tf.layers.activation({ name: name(suffixed(part, activation)), activation }), input);
  }
}

/** ReLU before a block's first convolution, where it asks for that. */
export function preActivate<A extends { readonly preActivation: boolean }>(site: BuildSite<A>): SymbolicTensor {
  return activate(site, site.input, site.attributes.preActivation ? 'relu' : 'none', 'pre');
}

/** x·relu6(x + 3)/6 from layers that every format knows; TensorFlow.js has no such activation. */
function hardSwish<A>({ tf, name }: BuildSite<A>, input: SymbolicTensor, part: string): SymbolicTensor {
  const shifted = apply(tf.layers.rescaling({ name: name(`${part}-shift`), scale: 1, offset: 3 }), input);
  const clipped = apply(tf.layers.activation({ name: name(`${part}-clip`), activation: 'relu6' }), shifted);
  const gate = apply(tf.layers.rescaling({ name: name(`${part}-scale`), scale: 1 / 6, offset: 0 }), clipped);
  return tf.layers.multiply({ name: name(part) }).apply([input, gate]) as SymbolicTensor;
}
