import { buildModel } from '@cambium/architectures/blocks-build';
import type { ArchitectureGraph, Rng } from '@cambium/core';
import type { LayersModel, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { EngineBackend } from '../backends/engine-backend.js';
import { type ClassifierData, imageSize } from '../batches/labelled-images.js';
import { measureNormalization, normalizer } from '../batches/normalization.js';
import type { TensorFlow } from '../tensorflow.js';
import { prepareLayers } from '../training/training-layers.js';
import { withoutDropout } from '../training/without-dropout.js';
import { lossGradients } from './loss-gradients.js';
import { proxies } from './proxy-registry.js';

export interface ProxyOptions {
  readonly backend: EngineBackend;
  readonly graph: ArchitectureGraph;
  readonly data: Pick<ClassifierData, 'shape' | 'classes' | 'train'>;
  /** Of proxies in the registry. */
  readonly names: readonly string[];
  /** Images to measure with; all where there are fewer. */
  readonly batch: number;
  /** Decides the first weights: those that a training with the same one begins with. */
  readonly weights: Rng;
  /** Decides the images. */
  readonly images: Rng;
}

/**
 * Scores a network as it is before any training, by each of the named proxies. NaN and ±Infinity are possible results; a
 * network that gives all images the same logits has no score by any: some proxies would praise what leads nowhere. No tensor
 * outlives the call.
 */
export async function measureProxies(options: ProxyOptions): Promise<Readonly<Record<string, number>>> {
  const { backend, graph, names, weights } = options;
  const { tf } = backend;
  const model = buildModel(tf, withoutDropout(graph), { seed: weights.fork('weights').int(2 ** 31) });
  const { images, targets } = drawBatch(options);
  try {
    prepareLayers(tf, model, { seed: 0, place: { step: 0 } });
    if (await ignoresInput(tf, model, images)) return Object.fromEntries(names.map((name) => [name, Number.NaN]));
    const scores: Record<string, number> = {};
    let known: ReturnType<typeof lossGradients> | undefined;
    const gradients = () => (known ??= lossGradients({ tf, model, images, targets }));
    for (const name of names) scores[name] = await proxies.get(name).measure({ tf, model, images, targets, gradients });
    return scores;
  } finally {
    images.dispose();
    targets.dispose();
    model.dispose();
  }
}

/** Images without replacement, normalised as in training. */
function drawBatch({ backend: { tf }, data, batch, images: rng }: ProxyOptions) {
  const { shape, classes, train } = data;
  const size = imageSize(shape);
  const all = Array.from(train.labels, (_, index) => index);
  const chosen = rng.shuffle(all).slice(0, batch);
  const bytes = new Uint8Array(chosen.length * size);
  chosen.forEach((from, to) => bytes.set(train.images.subarray(from * size, (from + 1) * size), to * size));
  const normalize = normalizer(measureNormalization(train.images, shape));
  const targets = new Float32Array(chosen.length * classes);
  chosen.forEach((from, to) => {
    // `!`: chosen from its own indices.
    targets[to * classes + train.labels[from]!] = 1;
  });
  return {
    images: tf.tensor4d(normalize(bytes), [chosen.length, ...shape]),
    targets: tf.tensor2d(targets, [chosen.length, classes]),
  };
}

async function ignoresInput(tf: TensorFlow, model: LayersModel, images: Tensor4D): Promise<boolean> {
  const logits = tf.tidy(() => model.apply(images, { training: false }) as Tensor);
  const values = await logits.data<'float32'>();
  const classes = logits.size / images.shape[0];
  logits.dispose();
  return values.every((value, i) => value === values[i % classes]);
}
