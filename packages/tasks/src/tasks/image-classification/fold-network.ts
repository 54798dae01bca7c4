import { CambiumError } from '@cambium/core';
import type { ModelFiles } from '@cambium/engine';

/** Bytes before the files: the length of model.json, uint32, little-endian. */
const start = 4;

/** A network as one artifact, since a trial goes on from one. Layout: the length of model.json, model.json, weights.bin. */
export function encodeFoldNetwork(files: ModelFiles): Uint8Array {
  const [json, weights] = [files['model.json'], files['weights.bin']];
  const bytes = new Uint8Array(start + json.length + weights.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, start);
  bytes.set(weights, start + json.length);
  return bytes;
}

/** @throws CambiumError `fix-input` when the bytes are no network, such as a checkpoint of a training. */
export function decodeFoldNetwork(bytes: Uint8Array): ModelFiles {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < start ? Infinity : start + view.getUint32(0, true);
  if (end > bytes.length) throw new CambiumError('fix-input', 'resumeFrom: these bytes are no network of a fold');
  return { 'model.json': bytes.slice(start, end), 'weights.bin': bytes.slice(end) };
}
