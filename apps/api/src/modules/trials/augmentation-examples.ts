import { applyPolicy } from '@cambium/augment';
import {
  type AugmentationPolicy,
  CambiumError,
  createRng,
  type FrozenExperiment,
  type ImageShape,
  type TaskEnvironment,
} from '@cambium/core';
import sharp from 'sharp';
import { loadSampleImages, type SampleImages } from './sample-images.js';

export interface AugmentationExample {
  readonly label: string;
  /** PNG data URLs. */
  readonly before: string;
  readonly after: string;
}

/** Samples kept in memory, newest use last: 64 images each. */
const cacheSize = 8;

/** The same seed gives the same images and the same augmentations of them. */
export function createAugmentationExamples(environment: TaskEnvironment) {
  const samples = new Map<string, Promise<SampleImages>>();
  const sampleOf = (experiment: FrozenExperiment): Promise<SampleImages> => {
    const { dataset, datasetSettings } = experiment.spec.task.settings;
    const key = JSON.stringify([dataset, datasetSettings]);
    const sample = samples.get(key) ?? loadSampleImages({ dataset, datasetSettings }, environment);
    samples.delete(key);
    samples.set(key, sample);
    sample.catch(() => samples.delete(key));
    const [oldest] = samples.keys();
    if (samples.size > cacheSize && oldest !== undefined) samples.delete(oldest);
    return sample;
  };

  return async (
    experiment: FrozenExperiment,
    policy: AugmentationPolicy,
    { count, seed, progress }: { count: number; seed: number; progress: number },
  ): Promise<readonly AugmentationExample[]> => {
    const { shape, labels, classNames, images } = await sampleOf(experiment);
    const rng = createRng(seed);
    const chosen = rng
      .fork('images')
      .shuffle([...labels.keys()])
      .slice(0, count);
    const size = shape[0] * shape[1] * shape[2];
    const before = new Uint8Array(chosen.length * size);
    for (const [i, index] of chosen.entries()) before.set(images.subarray(index * size, (index + 1) * size), i * size);
    const batch = {
      images: before,
      count: chosen.length,
      shape,
      labels: chosen.map((index) => labels[index] ?? -1),
      progress,
    };
    const after = applyPolicy(policy, batch, rng.fork('policy')).images;
    return Promise.all(
      chosen.map(async (index, i) => ({
        label: classNames[labels[index] ?? -1] ?? '',
        before: await pngUrl(before.subarray(i * size, (i + 1) * size), shape),
        after: await pngUrl(after.subarray(i * size, (i + 1) * size), shape),
      })),
    );
  };
}

async function pngUrl(pixels: Uint8Array, [height, width, channels]: ImageShape): Promise<string> {
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    throw new CambiumError('give-up', `images with ${channels} channels can not be shown`);
  }
  const png = await sharp(pixels, { raw: { width, height, channels } }).png().toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
