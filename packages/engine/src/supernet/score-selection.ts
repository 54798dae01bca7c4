import type { ImageShape } from '@cambium/core';
import type { Tensor } from '@tensorflow/tfjs';
import type { LabelledImages } from '../batches/labelled-images.js';
import { imageSize } from '../batches/labelled-images.js';
import { type Normalization, normalizer } from '../batches/normalization.js';
import { type Evaluation, evaluateClassifier } from '../models/evaluate-classifier.js';
import type { ImageModel } from '../models/forward.js';
import type { TensorFlow } from '../tensorflow.js';
import type { Selection } from './selection.js';
import type { Supernet } from './supernet.js';

export interface SupernetImages {
  readonly shape: ImageShape;
  readonly normalization: Normalization;
}

/** Judges what `select` selects, called anew and in a tidy for each part of the images. */
export function scoreSelection(
  tf: TensorFlow,
  supernet: Supernet,
  select: () => Selection,
  data: SupernetImages & { readonly images: LabelledImages; readonly signal?: AbortSignal },
): Promise<Evaluation> {
  const apply = (inputs: unknown) => supernet.run(inputs as Tensor, select());
  const network: ImageModel = { model: { apply }, shape: data.shape, normalization: data.normalization };
  return evaluateClassifier(tf, network, data.images, data.signal);
}

export interface RecalibrationOptions extends SupernetImages {
  /** Training images; statistics come from these alone. */
  readonly images: LabelledImages;
  readonly batchSize: number;
  /** Batches that are run, at most: the first ones. */
  readonly batches: number;
}

/**
 * Gives batch norm the statistics of one path: those of the supernet are a mix of all. Exactly the mean of the batches'
 * means and variances; kernels, γ and β stay (Guo et al. 2020, 3.3; Cai et al. 2020).
 */
export async function recalibrate(
  tf: TensorFlow,
  supernet: Supernet,
  selection: Selection,
  { shape, normalization, images, batchSize, batches }: RecalibrationOptions,
): Promise<void> {
  const size = imageSize(shape);
  const normalize = normalizer(normalization);
  const whole = Math.max(1, Math.min(batches, Math.floor(images.labels.length / batchSize)));
  await supernet.norms.record(async () => {
    for (let index = 0; index < whole; index++) {
      const part = images.images.subarray(index * batchSize * size, (index + 1) * batchSize * size);
      tf.tidy(() => {
        supernet.run(tf.tensor4d(normalize(part), [part.length / size, ...shape]), selection);
      });
    }
  });
}
