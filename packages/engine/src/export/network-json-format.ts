import { architectureToJson, parseArchitecture } from '@cambium/architectures';
import { buildModel } from '@cambium/architectures/blocks-build';
import type { Tensor } from '@tensorflow/tfjs';
import type { ExportFormat } from './export-format.js';
import { encodeJson, exportedFile, preprocessingJson } from './export-text.js';
import { exportedArchitecture } from './exported-architecture.js';
import { layerWeights, setLayerWeights } from './layer-weights.js';

const name = 'network-json';

/**
 * `network.json` is Cambium's own form of a network, versioned: what the dialect `network` takes. `weights.npz` holds the
 * arrays of the layers that the nodes are built as, so that the same network can be had again.
 */
export const networkJsonFormat: ExportFormat = {
  name,
  summary: 'Cambium: network.json for dialect network, weights.npz by layer',
  refusal: () => undefined,
  async write(_, network) {
    return {
      'network.json': encodeJson(architectureToJson(exportedArchitecture(network, name))),
      'weights.npz': await layerWeights(network.model),
      'preprocessing.json': preprocessingJson(network),
    };
  },
  async logits({ tf }, files, { values, shape }) {
    const reading = parseArchitecture(JSON.parse(new TextDecoder().decode(exportedFile(files, 'network.json'))));
    if (reading.kind === 'refused') throw new Error(`network.json can't be read: ${reading.issues[0]?.message}`);
    const model = buildModel(tf, reading.graph, { seed: 0 });
    try {
      setLayerWeights(tf, model, exportedFile(files, 'weights.npz'));
      const output = tf.tidy(() => model.predict(tf.tensor4d(values, [...shape])) as Tensor);
      const logits = await output.data<'float32'>();
      output.dispose();
      return logits;
    } finally {
      model.dispose();
    }
  },
};
