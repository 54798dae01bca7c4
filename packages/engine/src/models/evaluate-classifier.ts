import { setImmediate } from 'node:timers/promises';
import type { LabelledImages } from '../batches/labelled-images.js';
import type { TensorFlow } from '../tensorflow.js';
import { forward, type ImageModel } from './forward.js';
import { logSoftmax } from './log-softmax.js';

export interface Evaluation {
  /** Mean cross-entropy in nats, without smoothing. */
  readonly loss: number;
  /** Share of images whose most likely class, the first of equally likely ones, is their label. */
  readonly accuracy: number;
}

/** Judges a network on labelled images. Stops early, with what it has, when the signal is aborted. */
export async function evaluateClassifier(
  tf: TensorFlow,
  network: ImageModel,
  { images, labels }: LabelledImages,
  signal?: AbortSignal,
): Promise<Evaluation> {
  let loss = 0;
  let correct = 0;
  let seen = 0;
  await forward(tf, network, images, async (logits, first, count) => {
    if (signal?.aborted === true) return;
    const classes = logits.length / count;
    for (let i = 0; i < count; i++) {
      const label = labels[first + i] as number;
      const row = logits.subarray(i * classes, (i + 1) * classes);
      loss -= logSoftmax(row)[label] as number;
      if (row.indexOf(Math.max(...row)) === label) correct++;
    }
    seen += count;
    // Lets messages, an abort among them, get through between batches.
    await setImmediate();
  });
  return { loss: loss / seen, accuracy: correct / seen };
}
