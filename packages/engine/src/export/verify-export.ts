import { createRng } from '@cambium/core';
import type { EngineBackend } from '../backends/engine-backend.js';
import type { Network } from '../models/forward.js';
import type { ModelFiles } from '../models/model-files.js';
import type { ExportFiles, ExportInputs } from './export-format.js';
import { withNetwork } from './export-model.js';
import { exportFormats } from './export-registry.js';
import { predictLogits } from './predict-logits.js';

/** What the exported and the original network say about the same 32 random images. */
export type ExportCheck =
  | {
      /** True when all logits are finite and none differs by more than 1e-4 of the largest. */
      readonly same: boolean;
      /** Infinity when a logit is missing or not finite. */
      readonly maxDifference: number;
    }
  /** This machine has not what reads the format; `reason` says what. */
  | { readonly same: 'unchecked'; readonly reason: string };

/** Loads an export anew and compares its predictions with those of the network that it was made from. */
export async function verifyExport(
  backend: EngineBackend,
  model: ModelFiles | Network,
  { format, files }: { readonly format: string; readonly files: ExportFiles },
): Promise<ExportCheck> {
  const reader = exportFormats.get(format);
  const reason = await reader.uncheckable?.();
  if (reason !== undefined) return { same: 'unchecked', reason };
  return withNetwork(backend, model, async (network) => {
    const inputs = randomInputs(network);
    const expected = await predictLogits(backend.tf, network.model, inputs);
    const actual = await reader.logits(backend, files, inputs);
    const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1);
    const maxDifference = largestDifference(expected, actual);
    return { same: Number.isFinite(maxDifference) && maxDifference <= 1e-4 * scale, maxDifference };
  });
}

/** Infinity where the lengths differ or a difference is no finite number. */
function largestDifference(expected: Float32Array, actual: Float32Array): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return expected.reduce((largest, value, i) => {
    const difference = Math.abs(value - (actual[i] as number));
    return Number.isFinite(difference) ? Math.max(largest, difference) : Number.POSITIVE_INFINITY;
  }, 0);
}

function randomInputs({ shape }: Network): ExportInputs {
  const rng = createRng('verify-export');
  const [height, width, channels] = shape;
  const values = Float32Array.from({ length: 32 * height * width * channels }, () => rng.normal());
  return { values, shape: [32, height, width, channels] };
}
