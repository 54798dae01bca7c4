import { applyPolicy, type LabelMix } from '@cambium/augment';
import type { AugmentationPolicy, Rng } from '@cambium/core';
import { imageSize, type LabelledImages } from '../batches/labelled-images.js';
import type { TensorFlow } from '../tensorflow.js';
import type { Evaluation } from './evaluate-classifier.js';
import { forward, type ImageModel } from './forward.js';
import { logSoftmax } from './log-softmax.js';

export interface PolicyToJudge {
  readonly policy: AugmentationPolicy;
  /** How often each image is augmented. Integer ≥ 1. */
  readonly draws: number;
  /** What counts of an image's draws: their mean, or the best one. */
  readonly across: 'mean' | 'best';
  /** Only forks of it are used. */
  readonly rng: Rng;
}

/** Images that are augmented together: enough partners to be mixed with, and a pass of the network. */
const atOnce = 256;

/**
 * How a network, which stays as it is, does on images that a policy augmented. Where ops mixed images' labels, the loss is that
 * of the mixed label, and the class of the larger share is the right one. Stops early, with what it has, when aborted.
 */
export async function judgePolicy(
  tf: TensorFlow,
  network: ImageModel,
  { images, labels }: LabelledImages,
  { policy, draws, across, rng, signal }: PolicyToJudge & { readonly signal?: AbortSignal },
): Promise<Evaluation> {
  const { shape } = network;
  const size = imageSize(shape);
  let [loss, correct, seen] = [0, 0, 0];
  for (let first = 0; first < labels.length; first += atOnce) {
    if (signal?.aborted === true) break;
    const own = labels.slice(first, first + atOnce);
    const count = own.length;
    const plain = images.subarray(first * size, (first + count) * size);
    const [losses, hits] = [tally(count, across), tally(count, across)];
    for (let draw = 0; draw < draws; draw++) {
      const batch = { images: plain, count, shape, labels: own };
      const augmented = applyPolicy(policy, batch, rng.fork(`${draw}/${first}`));
      await forward(tf, network, augmented.images, (logits, begin, many) => {
        const classes = logits.length / many;
        for (let i = 0; i < many; i++) {
          const row = logits.subarray(i * classes, (i + 1) * classes);
          const target = targetOf(begin + i, own, augmented.labelMix);
          const logs = logSoftmax(row);
          losses.add(begin + i, target.share * logs[target.label]! + (1 - target.share) * logs[target.other]!);
          const right = target.share >= 0.5 ? target.label : target.other;
          hits.add(begin + i, row.indexOf(Math.max(...row)) === right ? 1 : 0);
        }
      });
    }
    loss -= losses.total(draws);
    correct += hits.total(draws);
    seen += count;
  }
  return { loss: loss / seen, accuracy: correct / seen };
}

interface Target {
  readonly label: number;
  /** Of the label; the rest is the other's. */
  readonly share: number;
  readonly other: number;
}

function targetOf(image: number, labels: LabelledImages['labels'], mix: LabelMix | null): Target {
  const label = labels[image]!;
  if (mix === null) return { label, share: 1, other: label };
  return { label, share: 1 - mix.shares[image]!, other: labels[mix.partners[image]!]! };
}

/** More is better: log-likelihoods, and hits. */
function tally(count: number, across: PolicyToJudge['across']) {
  const values = new Float64Array(count).fill(across === 'mean' ? 0 : -Infinity);
  return {
    add(image: number, value: number) {
      values[image] = across === 'mean' ? values[image]! + value : Math.max(values[image]!, value);
    },
    total: (draws: number) => values.reduce((sum, value) => sum + value, 0) / (across === 'mean' ? draws : 1),
  };
}
