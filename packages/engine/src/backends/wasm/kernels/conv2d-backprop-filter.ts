import type { TensorInfo } from '@tensorflow/tfjs';
import { convolutionInfo, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';
import { padInput } from './padded-input.js';

interface Inputs {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
}

/** Missing in TensorFlow.js. dW[p, q, c, o] = Σ over n, i, j of x[n, i·s + p, j·s + q, c] · dy[n, i, j, o], x padded. */
export const conv2DBackpropFilter = defineKernel<Inputs, WindowAttributes & { filterShape: number[] }>({
  name: 'Conv2DBackpropFilter',
  compute({ inputs: { x, dy }, attributes }, workspace) {
    const { tf, simd, address, zeros } = workspace;
    const info = convolutionInfo(tf, { input: x.shape, filter: attributes.filterShape }, attributes);
    const padded = padInput(x, info, workspace);
    const dw = zeros(attributes.filterShape);
    simd.convFilterGradient(
      address(padded.tensor),
      address(dy),
      address(dw),
      info.batchSize,
      padded.height,
      padded.width,
      info.inChannels,
      info.outHeight,
      info.outWidth,
      info.outChannels,
      info.filterHeight,
      info.filterWidth,
      info.strideHeight,
      info.strideWidth,
    );
    padded.release();
    return dw;
  },
});
