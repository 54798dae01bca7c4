import type { TensorInfo } from '@tensorflow/tfjs';
import { convolutionInfo, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';
import { padInput } from './padded-input.js';
import { repeatChannels } from './repeat-channels.js';

interface Inputs {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
}

/**
 * Missing in TensorFlow.js. dW[p, q, c, m] = Σ over n, i, j of x[n, i·s + p, j·s + q, c] · dy[n, i, j, c·M + m], x
 * padded. A channel multiplier M > 1 is one channel per output after each input channel is repeated M times.
 */
export const depthwiseBackpropFilter = defineKernel<Inputs, WindowAttributes & { filterShape: number[] }>({
  name: 'DepthwiseConv2dNativeBackpropFilter',
  compute({ inputs: { x, dy }, attributes }, workspace) {
    const { tf, simd, address, zeros, release } = workspace;
    const info = convolutionInfo(tf, { input: x.shape, filter: attributes.filterShape }, attributes, true);
    const padded = padInput(x, info, workspace);
    const repeated = repeatChannels(padded.tensor, info.outChannels / info.inChannels, workspace);
    const dw = zeros(attributes.filterShape);
    simd.depthwiseFilterGradient(
      address(repeated),
      address(dy),
      address(dw),
      info.batchSize,
      padded.height,
      padded.width,
      info.outChannels,
      info.outHeight,
      info.outWidth,
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
    );
    if (repeated !== padded.tensor) release(repeated);
    padded.release();
    return dw;
  },
});
