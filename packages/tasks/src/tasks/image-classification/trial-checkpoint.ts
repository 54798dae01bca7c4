import { CambiumError } from '@cambium/core';

/**
 * A checkpoint as an artifact: the engine's bytes, and the name of the random stream that the run draws from. A later
 * trial that goes on from it has another number, but must draw what the first one would have drawn.
 */
export interface TrialCheckpoint {
  readonly stream: string;
  readonly engine: Uint8Array;
}

/** Layout: the stream's name in UTF-8, one zero byte, the engine's bytes. */
export function encodeTrialCheckpoint({ stream, engine }: TrialCheckpoint): Uint8Array {
  const name = new TextEncoder().encode(`${stream}\0`);
  const bytes = new Uint8Array(name.length + engine.length);
  bytes.set(name);
  bytes.set(engine, name.length);
  return bytes;
}

/** @throws CambiumError `fix-input` when the bytes have no stream's name. The engine checks the rest. */
export function decodeTrialCheckpoint(bytes: Uint8Array): TrialCheckpoint {
  const end = bytes.indexOf(0);
  if (end < 1) throw new CambiumError('fix-input', 'resumeFrom: these bytes are no checkpoint of image-classification');
  return { stream: new TextDecoder().decode(bytes.subarray(0, end)), engine: bytes.subarray(end + 1) };
}
