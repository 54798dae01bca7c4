import type { backend_util, TensorInfo } from '@tensorflow/tfjs';
import type { Workspace } from '../workspace.js';

/** The input with zeros around it; the input itself, and nothing to release, where there is no padding. */
export interface PaddedInput {
  readonly tensor: TensorInfo;
  readonly height: number;
  readonly width: number;
  release(): void;
}

export function padInput(x: TensorInfo, info: backend_util.Conv2DInfo, workspace: Workspace): PaddedInput {
  const { batchSize, inHeight, inWidth, inChannels, padInfo } = info;
  const { top, bottom, left, right } = padInfo;
  if (top + bottom + left + right === 0) {
    return { tensor: x, height: inHeight, width: inWidth, release: () => undefined };
  }
  const height = inHeight + top + bottom;
  const width = inWidth + left + right;
  const tensor = workspace.zeros([batchSize, height, width, inChannels]);
  const sizes = [batchSize, inHeight, inWidth, inChannels, top, left, height, width];
  workspace.simd.padImage(workspace.address(x), workspace.address(tensor), ...sizes);
  return { tensor, height, width, release: () => workspace.release(tensor) };
}
