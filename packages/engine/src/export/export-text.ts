import type { Network } from '../models/forward.js';
import type { ExportFiles } from './export-format.js';

export function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value, null, 2));
}

/** How bytes become the network's inputs: `preprocessing.json` of every format that has such a file. */
export function preprocessingJson({ shape, normalization }: Pick<Network, 'shape' | 'normalization'>): Uint8Array {
  return encodeJson({ shape, ...normalization, formula: '(byte - mean) / deviation, per channel' });
}

/** @throws Error when the export has no such file. */
export function exportedFile(files: ExportFiles, name: string): Uint8Array {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`${name} is missing`);
  return bytes;
}
