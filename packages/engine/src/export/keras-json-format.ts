import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ExportFiles, ExportFormat } from './export-format.js';
import { kerasTopology } from './keras-topology.js';
import { npy, readNpy } from './npy.js';
import { unzipStored, zipStored } from './zip.js';

/**
 * `architecture.json` is what Keras 3's `model_from_json` reads. `weights.npz` holds each layer's arrays under its name,
 * `conv/0`, `conv/1`, …, in the order of the layer's `set_weights`; the order over the whole model differs between
 * TensorFlow.js and Keras. `preprocessing.json` says how bytes become inputs. `load.py` loads it.
 */
export const kerasJsonFormat: ExportFormat = {
  name: 'keras-json',
  summary: 'Keras 3: architecture.json for model_from_json, weights.npz by layer, and load.py that puts them together',
  refusal: () => undefined,
  async write(_, { model, shape, normalization }) {
    const { json, nameOf } = kerasTopology(model);
    const entries = model.layers.flatMap((layer) =>
      layer.getWeights().map(async (weight, i) => ({
        name: `${nameOf(layer.name)}/${i}.npy`,
        bytes: npy(Float32Array.from(await weight.data()), weight.shape),
      })),
    );
    return {
      'architecture.json': encode(json),
      'weights.npz': zipStored(await Promise.all(entries)),
      'preprocessing.json': encode({ shape, ...normalization, formula: '(byte - mean) / deviation, per channel' }),
      'load.py': new TextEncoder().encode(loader),
    };
  },
  async logits({ tf }, files, { values, shape }) {
    const json = JSON.parse(new TextDecoder().decode(file(files, 'architecture.json'))) as object;
    const model: LayersModel = await tf.models.modelFromJSON({ modelTopology: json as never });
    try {
      setWeights(tf, model, file(files, 'weights.npz'));
      const output = tf.tidy(() => model.predict(tf.tensor4d(values, [...shape])) as Tensor);
      const logits = await output.data<'float32'>();
      output.dispose();
      return logits;
    } finally {
      model.dispose();
    }
  },
};

/** Does layer by layer what `load.py` does. */
function setWeights(tf: TensorFlow, model: LayersModel, archive: Uint8Array): void {
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

const loader = `from pathlib import Path

import keras
import numpy


def load(folder=Path(__file__).parent):
    """The trained network: normalised images (preprocessing.json) to logits."""
    model = keras.models.model_from_json((folder / "architecture.json").read_text())
    with numpy.load(folder / "weights.npz") as weights:
        for layer in model.layers:
            layer.set_weights([weights[f"{layer.name}/{i}"] for i in range(len(layer.weights))])
    return model
`;

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 2));
}

function file(files: ExportFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`${name} is missing`);
  return bytes;
}
