import type { SymbolicTensor } from '@tensorflow/tfjs';
import { apply, type BuildSite, defineBuilder } from '../../sublayers/build.js';
import { interpolationMatrix } from './interpolation-matrix.js';

/**
 * A product of each column with a matrix, then one of each row: TensorFlow.js' own resizing layer does not work inside
 * models. The matrices are weights that are not trained.
 */
export const resizeBuilder = defineBuilder<{ height: number; width: number }>({
  name: 'resize',
  build(site) {
    const { tf, attributes, input, name } = site;
    const permute = (part: string | undefined, from: SymbolicTensor, dims: number[]) =>
      apply(tf.layers.permute({ name: name(part), dims }), from);
    const columns = permute('columns', input, [2, 3, 1]);
    const rows = permute('rows', interpolate(site, columns, { part: 'height', to: attributes.height }), [2, 3, 1]);
    return permute(undefined, interpolate(site, rows, { part: 'width', to: attributes.width }), [2, 3, 1]);
  },
});

/** Along the last axis. */
function interpolate<A>(
  { tf, name }: BuildSite<A>,
  input: SymbolicTensor,
  { part, to }: { part: string; to: number },
): SymbolicTensor {
  const from = input.shape.at(-1) as number;
  const kernelInitializer = 'zeros';
  const layer = tf.layers.dense({ name: name(part), units: to, useBias: false, trainable: false, kernelInitializer });
  const output = apply(layer, input);
  const matrix = tf.tensor2d(interpolationMatrix(from, to), [from, to]);
  layer.setWeights([matrix]);
  matrix.dispose();
  return output;
}
