import type { backend_util, Tensor2D, Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import { convolutionInfo, scatterSizes, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';
import type { Workspace } from '../workspace.js';

interface Inputs {
  readonly dy: Tensor4D;
  readonly filter: Tensor4D;
}

/**
 * Replaces a slow kernel by the two things that XNNPACK does fast. Stride 1: a convolution of dy with the filter turned
 * by 180° and its channels swapped. Otherwise: one matrix product that gives each tap's contribution, scattered into dx
 * (col2im); a convolution would spend most of its time on the zeros between the values of dy.
 */
export const conv2DBackpropInput = defineKernel<Inputs, WindowAttributes & { inputShape: number[] }>({
  name: 'Conv2DBackpropInput',
  compute({ inputs: { dy, filter }, attributes }, workspace) {
    const { tf } = workspace;
    const info = convolutionInfo(tf, { input: attributes.inputShape, filter: filter.shape }, attributes);
    const { top, bottom, left, right } = info.padInfo;
    const vertical: [number, number] = [info.filterHeight - 1 - top, info.filterHeight - 1 - bottom];
    const horizontal: [number, number] = [info.filterWidth - 1 - left, info.filterWidth - 1 - right];
    const unit = info.strideHeight === 1 && info.strideWidth === 1;
    if (!unit || Math.min(...vertical, ...horizontal) < 0) return scatter(dy, filter, info, workspace);
    return tf.tidy(() => {
      const turned = tf.transpose(tf.reverse(filter, [0, 1]), [0, 1, 3, 2]);
      return tf.conv2d(dy, turned, 1, [[0, 0], vertical, horizontal, [0, 0]]);
    });
  },
});

function scatter(
  dy: Tensor4D,
  filter: Tensor4D,
  info: backend_util.Conv2DInfo,
  { tf, simd, address, zeros }: Workspace,
): TensorInfo {
  const taps = info.filterHeight * info.filterWidth * info.inChannels;
  const columns = tf.tidy(() => {
    const rows: Tensor2D = tf.reshape(dy, [-1, info.outChannels]);
    return tf.matMul(rows, tf.transpose(tf.reshape(filter, [taps, info.outChannels])));
  });
  const dx = zeros(info.inShape);
  simd.columnToImage(address(columns), address(dx), ...scatterSizes(info));
  columns.dispose();
  return dx;
}
