import { type Claim, expectImages } from '@cambium/core';
import { splitDataset } from '@cambium/datasets';
import { type ExperimentImages, takeImages } from './load-images.js';
import type { ImageClassificationSettings } from './settings.js';

/**
 * The images of a fold: the experiment's training images alone, a part of them held out, class by class. Drawn from the stream
 * of the fold's own trial, so that whoever goes on from it knows which images its network has not seen.
 */
export function foldImages(
  { train: all, test, problems }: Pick<ExperimentImages, 'train' | 'test' | 'problems'>,
  {
    claim: { seed, context },
    stream,
    settings,
  }: {
    readonly claim: Pick<Claim, 'seed' | 'context'>;
    readonly stream: string;
    readonly settings: Pick<ImageClassificationSettings, 'densityMatching'>;
  },
): ExperimentImages {
  const { inputShape } = expectImages(context);
  const count = all.labels.length;
  const heldOut = Math.max(1, Math.min(count - 1, Math.round(settings.densityMatching.heldOutShare * count)));
  const sizes = { trainSize: count - heldOut, validationSize: heldOut };
  const split = splitDataset(Int32Array.from(all.labels), { seed: `${seed}/${stream}/fold`, ...sizes });
  return {
    train: takeImages(all, split.train, inputShape),
    validation: takeImages(all, split.validation, inputShape),
    both: () => all,
    test,
    problems,
  };
}
