import type { JsonObject } from '@cambium/core';
import { type RunSetting, runExperiment, testAccuracy } from '../experiments/run-experiment.js';

export interface MethodRun {
  readonly dataset: string;
  readonly method: string;
  readonly seed: number;
  /** Of a network trained with what was found, on all training images: share of the test images. */
  readonly accuracy: number;
  /** Of the search and that training. */
  readonly seconds: number;
  /** Of the search alone: without the last training. */
  readonly searchSeconds: number;
}

export interface MethodSetting extends Pick<RunSetting, 'folder'> {
  readonly spec: JsonObject;
  /** Of the last training. */
  readonly finalEpochs: number;
}

export async function runMethod(
  what: Pick<MethodRun, 'dataset' | 'method' | 'seed'>,
  { spec, finalEpochs, folder }: MethodSetting,
): Promise<MethodRun> {
  const name = `${what.dataset}-${what.method}-${what.seed}`;
  const result = await runExperiment(spec, { name, folder });
  const seconds = result.wallMs / 1000;
  const final = result.trials.find(({ mode }) => mode === 'final');
  const last = (final?.metrics['epoch_seconds'] ?? 0) * finalEpochs;
  return { ...what, accuracy: testAccuracy(result), seconds, searchSeconds: Math.max(0, seconds - last) };
}
