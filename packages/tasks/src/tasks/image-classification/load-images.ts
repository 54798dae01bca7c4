import { CambiumError, type Claim, expectImages, type ImageShape, type TaskEnvironment } from '@cambium/core';
import { type DatasetProblem, datasets, type LabelledImages, splitDataset } from '@cambium/datasets';
import { planSplit, withinReach } from './plan-split.js';
import type { ImageClassificationSettings } from './settings.js';

/** The images of one experiment: the split depends on its seed, never on the trial. */
export interface ExperimentImages {
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
  /** Training and validation images together, for the final training. Copied when asked for. */
  both(): LabelledImages;
  /** For the final training's one test. */
  readonly test: LabelledImages;
  /** Files that were left out. */
  readonly problems: readonly DatasetProblem[];
}

/**
 * Loads the data set (once per process) and splits it. Broken images are never fatal while two are left.
 * @throws CambiumError `fix-input` when it is not there any more, or not what it was when the experiment was created.
 */
export async function loadImages(
  settings: ImageClassificationSettings,
  { context, seed }: Pick<Claim, 'context' | 'seed'>,
  environment: TaskEnvironment,
): Promise<ExperimentImages> {
  const definition = datasets.get(settings.dataset);
  const parsed = definition.settings.safeParse(settings.datasetSettings);
  if (!parsed.success) {
    const details = parsed.error.issues.map((problem) => problem.message).join('; ');
    throw new CambiumError('fix-input', `datasetSettings: ${details}`);
  }
  const { shape, classNames, train, test, problems } = await definition.load(parsed.data, environment);
  const { inputShape, classes } = expectImages(context);
  if (shape.join() !== inputShape.join() || classNames.length !== classes) {
    const was = `${inputShape.join('×')} images of ${classes} classes`;
    const now = `${shape.join('×')} images of ${classNames.length}`;
    throw new CambiumError('fix-input', `data set ${settings.dataset} has changed: it had ${was}, now ${now}`);
  }
  const available = train.labels.length;
  const plan = planSplit(withinReach(settings, available), available);
  if (plan.kind === 'refused') {
    throw new CambiumError('fix-input', plan.issues.map((issue) => issue.message).join('; '), plan);
  }
  const split = splitDataset(train.labels, { seed, ...plan });
  return {
    train: takeImages(train, split.train, shape),
    validation: takeImages(train, split.validation, shape),
    both: () => takeImages(train, [...split.train, ...split.validation], shape),
    test,
    problems,
  };
}

/** Copies: what a data set loaded is shared and must not be written to. */
export function takeImages(
  { images, labels }: LabelledImages,
  indices: Int32Array | number[],
  shape: ImageShape,
): LabelledImages {
  const size = shape[0] * shape[1] * shape[2];
  const chosen = new Uint8Array(indices.length * size);
  indices.forEach((from, to) => chosen.set(images.subarray(from * size, (from + 1) * size), to * size));
  return { images: chosen, labels: Int32Array.from(indices, (from) => labels[from] ?? 0) };
}
