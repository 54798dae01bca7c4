import type { TensorFlow } from '../tensorflow.js';
import { forward, type Network } from './forward.js';
import { logSoftmax } from './log-softmax.js';

/** Class probabilities of images (bytes, in the network's shape): [image][class]. */
export async function predict(tf: TensorFlow, network: Network, images: Uint8Array): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  await forward(tf, network, images, (logits, _first, count) => {
    const classes = logits.length / count;
    for (let i = 0; i < count; i++) {
      rows.push(Float32Array.from(logSoftmax(logits.subarray(i * classes, (i + 1) * classes)), Math.exp));
    }
  });
  return rows;
}
