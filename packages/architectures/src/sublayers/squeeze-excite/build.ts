import type { SymbolicTensor } from '@tensorflow/tfjs';
import { apply, type BuildSite, suffixed } from '../build.js';

/** Weighs each channel by what two dense layers make of all channels' means (Hu et al. 2018, §3). */
export function squeezeExcite<A>(
  { tf, name, seed }: BuildSite<A>,
  input: SymbolicTensor,
  { part, squeezed }: { part?: string; squeezed: number },
): SymbolicTensor {
  const of = (suffix: string) => suffixed(part, suffix);
  const channels = input.shape[3] as number;
  const means = apply(tf.layers.globalAveragePooling2d({ name: name(of('means')) }), input);
  const dense = (suffix: string, units: number, activation: 'relu' | 'sigmoid') =>
    tf.layers.dense({
      name: name(of(suffix)),
      units,
      activation,
      kernelInitializer: tf.initializers.glorotUniform({ seed: seed(of(`${suffix}-kernel`)) }),
    });
  const narrow = apply(dense('squeeze', squeezed, 'relu'), means);
  const weights = apply(dense('excite', channels, 'sigmoid'), narrow);
  const spread = apply(tf.layers.reshape({ name: name(of('spread')), targetShape: [1, 1, channels] }), weights);
  return tf.layers.multiply({ name: name(part) }).apply([input, spread]) as SymbolicTensor;
}
