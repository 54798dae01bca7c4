import type { Issue } from '@cambium/core';
import type { ImageClassificationSettings } from './settings.js';

type SplitSizes = Pick<ImageClassificationSettings, 'trainSize' | 'validationSize'>;

export type SplitPlan =
  | { readonly kind: 'split'; readonly trainSize: number; readonly validationSize: number }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * How many of the `available` training images train and how many validate. Without settings 4 of 5 train; with
 * `trainSize` alone a quarter as many validate, or what is left. Issue paths start at the settings.
 */
export function planSplit({ trainSize, validationSize }: SplitSizes, available: number): SplitPlan {
  const there = `there are ${available} training images`;
  if (available < 2) return refused('dataset', `${there}; at least 2 are needed, one to train on and one to validate`);
  if (validationSize !== undefined && validationSize >= available) {
    return refused(
      'validationSize',
      `${there} and one must be left to train on: at most ${available - 1} can validate`,
    );
  }
  const most = available - (validationSize ?? 1);
  if (trainSize !== undefined && trainSize > most) {
    return refused(
      'trainSize',
      `${there} and ${validationSize ?? 'at least one'} of them must validate: at most ${most} can train`,
    );
  }
  const rest = trainSize === undefined ? available - 1 : available - trainSize;
  const wanted = trainSize === undefined ? Math.floor(available / 5) : Math.ceil(trainSize / 4);
  const validate = validationSize ?? Math.max(1, Math.min(wanted, rest));
  return { kind: 'split', trainSize: trainSize ?? available - validate, validationSize: validate };
}

/**
 * The sizes, lowered to what `available` images allow. An experiment's sizes fit the files that there were when it was
 * created; those that turn out broken are left out of training, or of validation where only one image trains.
 */
export function withinReach({ trainSize, validationSize }: SplitSizes, available: number): SplitSizes {
  const validate = validationSize && Math.min(validationSize, available - 1);
  return { validationSize: validate, trainSize: trainSize && Math.min(trainSize, available - (validate ?? 1)) };
}

function refused(setting: string, message: string): SplitPlan {
  return { kind: 'refused', issues: [{ path: [setting], code: 'bad-split', message }] };
}
