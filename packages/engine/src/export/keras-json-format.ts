import type { LayersModel } from '@tensorflow/tfjs';
import type { ExportFormat } from './export-format.js';
import { encodeJson, exportedFile, preprocessingJson } from './export-text.js';
import { kerasTopology } from './keras-topology.js';
import { layerWeights, setLayerWeights } from './layer-weights.js';
import { predictLogits } from './predict-logits.js';

/**
 * `architecture.json` is what Keras 3's `model_from_json` reads. `weights.npz` holds each layer's arrays under its name,
 * `conv/0`, `conv/1`, …, in the order of the layer's `set_weights`; the order over the whole model differs between
 * TensorFlow.js and Keras. `preprocessing.json` says how bytes become inputs. `load.py` loads it.
 */
export const kerasJsonFormat: ExportFormat = {
  name: 'keras-json',
  summary: 'Keras 3: architecture.json for model_from_json, weights.npz by layer, and load.py that puts them together',
  refusal: () => undefined,
  async write(_, network) {
    const { model } = network;
    const { json, nameOf } = kerasTopology(model);
    return {
      'architecture.json': encodeJson(json),
      'weights.npz': await layerWeights(model, nameOf),
      'preprocessing.json': preprocessingJson(network),
      'load.py': new TextEncoder().encode(loader),
    };
  },
  async logits({ tf }, files, inputs) {
    const json = JSON.parse(new TextDecoder().decode(exportedFile(files, 'architecture.json'))) as object;
    const model: LayersModel = await tf.models.modelFromJSON({ modelTopology: json as never });
    try {
      setLayerWeights(tf, model, exportedFile(files, 'weights.npz'));
      return await predictLogits(tf, model, inputs);
    } finally {
      model.dispose();
    }
  },
};

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
