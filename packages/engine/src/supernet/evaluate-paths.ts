import type { SuperGraph } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { ClassifierData } from '../batches/labelled-images.js';
import { measureNormalization } from '../batches/normalization.js';
import type { Evaluation } from '../models/evaluate-classifier.js';
import type { Path } from './choices.js';
import { recalibrate, scoreSelection } from './score-selection.js';
import { pathSelection } from './selection.js';
import { openSupernet } from './supernet.js';
import { restoreSupernet } from './supernet-checkpoint.js';

export interface SharedWeights {
  readonly backend: EngineBackend;
  readonly superGraph: SuperGraph;
  /** Of the trained supernet. */
  readonly checkpoint: Uint8Array;
  readonly data: ClassifierData;
  readonly batchSize: number;
  /** Training batches for batch norm's statistics. */
  readonly recalibrationBatches: number;
  readonly signal?: AbortSignal;
}

/** Judges one network of a space by the weights that it shares: recalibrated on training images, scored on validation. */
export interface PathEvaluator {
  evaluate(path: Path): Promise<Evaluation>;
  dispose(): void;
}

/** @throws CambiumError `fix-input` when the checkpoint is of another supernet. */
export function openPathEvaluator(options: SharedWeights): PathEvaluator {
  const { backend, superGraph, checkpoint, data, signal } = options;
  const { tf } = backend;
  const supernet = openSupernet(tf, superGraph, { seed: 0 });
  try {
    restoreSupernet(tf, supernet, checkpoint);
  } catch (error) {
    supernet.dispose();
    throw error;
  }
  const { shape, train, validation } = data;
  const normalization = measureNormalization(train.images, shape);
  return {
    async evaluate(path) {
      const selection = pathSelection(path);
      await recalibrate(tf, supernet, selection, {
        shape,
        normalization,
        images: train,
        batchSize: options.batchSize,
        batches: options.recalibrationBatches,
      });
      return supernet.norms.withRecorded(() =>
        scoreSelection(tf, supernet, () => selection, {
          shape,
          normalization,
          images: validation,
          ...(signal === undefined ? {} : { signal }),
        }),
      );
    },
    dispose: () => supernet.dispose(),
  };
}
