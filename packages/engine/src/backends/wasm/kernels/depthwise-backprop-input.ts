import type { TensorInfo } from '@tensorflow/tfjs';
import { convolutionInfo, scatterSizes, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';

interface Inputs {
  readonly dy: TensorInfo;
  readonly filter: TensorInfo;
}

/** Missing in TensorFlow.js. dx[n, i·s + p − top, j·s + q − left, c] = Σ dy[n, i, j, c·M + m] · w[p, q, c, m]. */
export const depthwiseBackpropInput = defineKernel<Inputs, WindowAttributes & { inputShape: number[] }>({
  name: 'DepthwiseConv2dNativeBackpropInput',
  compute({ inputs: { dy, filter }, attributes }, { tf, simd, address, zeros, floats, release }) {
    const info = convolutionInfo(tf, { input: attributes.inputShape, filter: filter.shape }, attributes, true);
    const times = info.outChannels / info.inChannels;
    const wide = zeros([info.batchSize, info.inHeight, info.inWidth, info.outChannels]);
    const sizes = scatterSizes({ ...info, inChannels: info.outChannels });
    simd.depthwiseInputGradient(address(dy), address(filter), address(wide), ...sizes);
    if (times === 1) return wide;
    // Each input channel fed `times` outputs: their gradients add up.
    const dx = zeros(info.inShape);
    const from = floats(wide);
    const to = floats(dx);
    for (let i = 0; i < from.length; i++) to[Math.floor(i / times)]! += from[i]!;
    release(wide);
    return dx;
  },
});
