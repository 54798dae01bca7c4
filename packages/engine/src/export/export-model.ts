import { CambiumError } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { Network } from '../models/forward.js';
import { loadNetwork, type ModelFiles } from '../models/model-files.js';
import type { ExportFiles } from './export-format.js';
import { exportFormats } from './export-registry.js';

/**
 * Writes a trained network in a format of `exportFormats`.
 * @throws CambiumError `fix-input` for an unknown format, `give-up` where this backend can't write it.
 */
export async function exportModel(
  backend: EngineBackend,
  model: ModelFiles | Network,
  { format: name }: { readonly format: string },
): Promise<ExportFiles> {
  const format = exportFormats.get(name);
  const refusal = format.refusal(backend);
  if (refusal !== undefined) throw new CambiumError('give-up', `format "${name}" can't be written: ${refusal}`);
  return withNetwork(backend, model, (network) => format.write(backend, network));
}

/** Runs `use` with the network; one that was loaded for it is disposed of afterwards. */
export async function withNetwork<T>(
  { tf }: EngineBackend,
  model: ModelFiles | Network,
  use: (network: Network) => Promise<T>,
): Promise<T> {
  if (!('model.json' in model)) return use(model);
  const network = await loadNetwork(tf, model);
  try {
    return await use(network);
  } finally {
    network.model.dispose();
  }
}
