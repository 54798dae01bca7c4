import type { ShapeResult } from './block-spec.js';
import { formatShape, type TensorShape } from './tensor-shape.js';

/**
 * Output shape of a convolution or pool with `same` padding: ⌈size / stride⌉ on both sides, whatever the kernel.
 * `channels` absent: as many as come in.
 */
export function spatialShape(input: TensorShape | undefined, stride: number, channels?: number): ShapeResult {
  const [height, width, inChannels] = input ?? [];
  if (input?.length !== 3 || height === undefined || width === undefined || inChannels === undefined) {
    return { kind: 'refused', message: imageWanted(input) };
  }
  return {
    kind: 'shape',
    shape: [Math.ceil(height / stride), Math.ceil(width / stride), channels ?? inChannels],
  };
}

/** The rest of the sentence "… takes". */
export function imageWanted(input: TensorShape | undefined): string {
  return `takes an image (height × width × channels), got ${formatShape(input ?? [])}; put it before global-average-pool`;
}
