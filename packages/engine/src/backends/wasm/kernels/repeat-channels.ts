import type { TensorInfo } from '@tensorflow/tfjs';
import type { Workspace } from '../workspace.js';

/** [n, h, w, c] → [n, h, w, c·times] with each channel repeated in place; the tensor itself for `times` 1. */
export function repeatChannels(x: TensorInfo, times: number, { allocate, floats }: Workspace): TensorInfo {
  if (times === 1) return x;
  const [n = 0, h = 0, w = 0, c = 0] = x.shape;
  const out = allocate([n, h, w, c * times]);
  const from = floats(x);
  const to = floats(out);
  for (let i = 0; i < from.length; i++) to.fill(from[i]!, i * times, (i + 1) * times);
  return out;
}
