import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { ExportFiles, ExportFormat } from './export-format.js';
import { npy, readNpy } from './npy.js';
import { unzipStored, zipStored } from './zip.js';

/**
 * `architecture.json` is what Keras 2's `model_from_json` reads. `weights.npz` holds the weights as `0`, `1`, … in the
 * order of `model.set_weights`. `preprocessing.json` says how bytes become inputs.
 */
export const kerasJsonFormat: ExportFormat = {
  name: 'keras-json',
  summary: 'Keras: architecture.json for model_from_json and weights.npz for set_weights',
  refusal: () => undefined,
  async write(_, { model, shape, normalization }) {
    const weights = model.getWeights();
    const entries = await Promise.all(
      weights.map(async (weight, i) => {
        const values = Float32Array.from(await weight.data());
        return { name: `${i}.npy`, bytes: npy(values, weight.shape) };
      }),
    );
    return {
      'architecture.json': encode(model.toJSON(undefined, false)),
      'weights.npz': zipStored(entries),
      'preprocessing.json': encode({ shape, ...normalization, formula: '(byte - mean) / deviation, per channel' }),
    };
  },
  async logits({ tf }, files, { values, shape }) {
    const json = JSON.parse(new TextDecoder().decode(file(files, 'architecture.json'))) as object;
    const model: LayersModel = await tf.models.modelFromJSON({ modelTopology: json as never });
    const output = tf.tidy(() => {
      const arrays = unzipStored(file(files, 'weights.npz')).map(({ bytes }) => readNpy(bytes));
      model.setWeights(arrays.map((array) => tf.tensor(array.values, array.shape)));
      return model.predict(tf.tensor4d(values, [...shape])) as Tensor;
    });
    const logits = await output.data<'float32'>();
    output.dispose();
    model.dispose();
    return logits;
  },
};

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 2));
}

function file(files: ExportFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`${name} is missing`);
  return bytes;
}
