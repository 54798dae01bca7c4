import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Tensor } from '@tensorflow/tfjs';
import { findNativePackage } from '../backends/native/find-package.js';
import { requirePackage } from '../tensorflow.js';
import type { ExportFormat } from './export-format.js';
import { predictLogits } from './predict-logits.js';
import { writeSavedModel } from './saved-model/write-saved-model.js';

interface NativePackage {
  readonly node: {
    loadSavedModel(folder: string): Promise<{ predict(input: Tensor): Tensor; dispose(): void }>;
  };
}

/** TensorFlow's own format. Only written where TensorFlow is there to load it again: an unchecked export is no export. */
export const savedModelFormat: ExportFormat = {
  name: 'saved-model',
  summary: 'TensorFlow SavedModel for serving, weights frozen: saved_model.pb',
  refusal: ({ name }) =>
    name === 'native' ? undefined : 'it needs the native backend to check the result ("npm run setup:native")',
  async write(_, { model, shape, normalization }) {
    const preprocessing = { shape, ...normalization, formula: '(byte - mean) / deviation, per channel' };
    return {
      'saved_model.pb': await writeSavedModel(model),
      'preprocessing.json': new TextEncoder().encode(JSON.stringify(preprocessing, null, 2)),
    };
  },
  async logits({ tf }, files, inputs) {
    const found = findNativePackage();
    if (found.kind === 'missing') throw new Error(found.reason);
    const folder = await mkdtemp(path.join(os.tmpdir(), 'cambium-saved-model-'));
    try {
      await writeFile(path.join(folder, 'saved_model.pb'), files['saved_model.pb'] ?? new Uint8Array());
      const model = await requirePackage<NativePackage>(found.name).node.loadSavedModel(folder);
      const logits = await predictLogits(tf, model, inputs);
      model.dispose();
      return logits;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
