import { CambiumError, createRng, type ImageShape, type Json, type TaskEnvironment } from '@cambium/core';
import { datasets } from '@cambium/datasets';

/** A few training images of a data set. */
export interface SampleImages {
  readonly shape: ImageShape;
  /** Indices of classes, one per image. */
  readonly labels: readonly number[];
  readonly classNames: readonly string[];
  /** Row-major HWC, one image after the other. */
  readonly images: Uint8Array;
}

const sampleSize = 64;

/**
 * Loads the data set, keeps a fixed random sample of its training images and lets the rest go.
 * @throws CambiumError when the task has no data set, or it is unknown or not there.
 */
export async function loadSampleImages(
  { dataset, datasetSettings = {} }: { dataset: Json | undefined; datasetSettings: Json | undefined },
  environment: TaskEnvironment,
): Promise<SampleImages> {
  if (typeof dataset !== 'string') throw new CambiumError('not-found', 'this task has no images to show');
  const definition = datasets.get(dataset);
  const parsed = definition.settings.safeParse(datasetSettings);
  if (!parsed.success) throw new CambiumError('give-up', `the settings of data set ${dataset} are not valid any more`);
  const { shape, classNames, train } = await definition.load(parsed.data, environment);
  const chosen = createRng(0)
    .shuffle([...train.labels.keys()])
    .slice(0, sampleSize);
  const size = shape[0] * shape[1] * shape[2];
  const images = new Uint8Array(chosen.length * size);
  for (const [i, index] of chosen.entries()) {
    images.set(train.images.subarray(index * size, (index + 1) * size), i * size);
  }
  return { shape, images, classNames, labels: chosen.map((index) => train.labels[index] ?? -1) };
}
