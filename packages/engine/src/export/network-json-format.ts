import { architectureToJson, parseArchitecture } from '@cambium/architectures';
import { buildModel } from '@cambium/architectures/blocks-build';
import type { ExportFormat } from './export-format.js';
import { encodeJson, exportedFile, preprocessingJson } from './export-text.js';
import { exportedArchitecture } from './exported-architecture.js';
import { layerWeights, setLayerWeights } from './layer-weights.js';
import { predictLogits } from './predict-logits.js';

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
  async logits({ tf }, files, inputs) {
    const reading = parseArchitecture(JSON.parse(new TextDecoder().decode(exportedFile(files, 'network.json'))));
    if (reading.kind === 'refused') throw new Error(`network.json can't be read: ${reading.issues[0]?.message}`);
    const model = buildModel(tf, reading.graph, { seed: 0 });
    try {
      setLayerWeights(tf, model, exportedFile(files, 'weights.npz'));
      return await predictLogits(tf, model, inputs);
    } finally {
      model.dispose();
    }
  },
};
