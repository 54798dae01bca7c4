import { CambiumError } from '@cambium/core';

/**
 * Passes chunks on and fails as soon as there are more than `maxBytes`.
 * @throws CambiumError `fix-input` that names the limit.
 */
export async function* limitBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

export function tooLarge(maxBytes: number): CambiumError {
  return new CambiumError('fix-input', `an artifact may have at most ${maxBytes} bytes (maxArtifactBytes)`);
}
