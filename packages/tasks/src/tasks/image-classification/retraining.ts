import type { Retraining } from '@cambium/core';
import type { ImageClassificationSettings } from './settings.js';

/**
 * Settings of this task, or of one that adds to them. The final training, on validation images too, takes as long: a person
 * has said how long that is.
 */
export function retraining<Settings extends ImageClassificationSettings>(
  { trainSize, ...settings }: Settings,
  { steps, allData = false }: Retraining,
): Settings {
  const epochs = steps ?? settings.epochs;
  const size = allData || trainSize === undefined ? {} : { trainSize };
  return { ...settings, ...size, epochs, finalEpochs: epochs, proxiesOnly: false } as Settings;
}
