import { CambiumError } from '@cambium/core';
import type { TensorFlow } from '../tensorflow.js';
import { decodeCheckpoint, encodeCheckpoint, runIdentity } from '../training/checkpoint.js';
import type { Supernet } from './supernet.js';

/** Every weight of a trained supernet, for networks that go on with them. */
export async function saveSupernet(supernet: Supernet, epoch: number): Promise<Uint8Array> {
  const weights = await Promise.all(supernet.weights.map(async (weight) => Float32Array.from(await weight.data())));
  const header = { epoch, optimizer: 'supernet', run: identityOf(supernet) };
  return encodeCheckpoint({ header, weights, slots: [] });
}

/** @throws CambiumError `fix-input` when the bytes are no checkpoint of a supernet of this graph. */
export function restoreSupernet(tf: TensorFlow, supernet: Supernet, bytes: Uint8Array): void {
  const { header, weights } = decodeCheckpoint(bytes);
  if (header.run !== identityOf(supernet)) {
    throw new CambiumError('fix-input', 'the weights are those of another supernet; the space must be the same');
  }
  tf.tidy(() => {
    supernet.weights.forEach(
      (variable, i) => void variable.assign(tf.tensor(weights[i] as Float32Array, variable.shape)),
    );
  });
}

function identityOf({ superGraph: { graph, gates }, partialChannels }: Supernet): string {
  return runIdentity({ graph, gates, partialChannels });
}
