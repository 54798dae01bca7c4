import { loadNetwork, saveNetwork } from '../models/model-files.js';
import type { ExportFormat } from './export-format.js';
import { predictLogits } from './predict-logits.js';

export const tfjsFormat: ExportFormat = {
  name: 'tfjs',
  summary: 'TensorFlow.js layers model: model.json and weights.bin, for tf.loadLayersModel in Node and browsers',
  refusal: () => undefined,
  write: async ({ tf }, network) => ({ ...(await saveNetwork(tf, network)) }),
  async logits({ tf }, files, inputs) {
    const { 'model.json': json, 'weights.bin': weights } = files;
    if (json === undefined || weights === undefined) throw new Error('model.json or weights.bin is missing');
    const { model } = await loadNetwork(tf, { 'model.json': json, 'weights.bin': weights });
    const logits = await predictLogits(tf, model, inputs);
    model.dispose();
    return logits;
  },
};
