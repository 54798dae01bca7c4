import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { npy, readNpy } from './npy.js';
import { unzipStored, zipStored } from './zip.js';

/** An archive for `numpy.load`: each layer's arrays in the order of its `setWeights`, as `NAME/0`, `NAME/1`, … */
export async function layerWeights(
  model: LayersModel,
  nameOf: (layer: string) => string = (layer) => layer,
): Promise<Uint8Array> {
  const entries = model.layers.flatMap((layer) =>
    layer.getWeights().map(async (weight, i) => ({
      name: `${nameOf(layer.name)}/${i}.npy`,
      bytes: npy(Float32Array.from(await weight.data()), weight.shape),
    })),
  );
  return zipStored(await Promise.all(entries));
}

/** Gives a model whose layers have the archive's names its weights. @throws Error when one is missing. */
export function setLayerWeights(tf: TensorFlow, model: LayersModel, archive: Uint8Array): void {
  const arrays = new Map(unzipStored(archive).map(({ name, bytes }) => [name, bytes]));
  tf.tidy(() => {
    for (const layer of model.layers) {
      const weights = layer.weights.map((_, i) => {
        const bytes = arrays.get(`${layer.name}/${i}.npy`);
        if (bytes === undefined) throw new Error(`weights.npz has no ${layer.name}/${i}`);
        const { values, shape } = readNpy(bytes);
        return tf.tensor(values, shape);
      });
      layer.setWeights(weights);
    }
  });
}
