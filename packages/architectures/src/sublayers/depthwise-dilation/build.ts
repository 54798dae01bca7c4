import type { layers, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../build.js';

/** What TensorFlow.js' depthwise layer has, of which its types say nothing. */
interface DepthwiseLayer {
  readonly depthwiseKernel: { read(): Tensor4D };
  readonly strides: [number, number];
  readonly padding: 'same' | 'valid';
  readonly dilationRate: number | [number, number];
  call(inputs: Tensor | Tensor[], kwargs: object): Tensor | Tensor[];
}

const corrected = new WeakSet<object>();

/**
 * Makes TensorFlow.js' depthwise layer heed its dilation, which 4.22 takes, checks, saves and then leaves out when it
 * computes. In the class, since loaded models have layers that nobody here made. Dilated layers of this project have
 * neither bias nor activation; one that has is refused.
 */
export function heedDepthwiseDilation(tf: TensorFlow): void {
  const layer = tf.layers.depthwiseConv2d({ kernelSize: 1 });
  const prototype = Object.getPrototypeOf(layer) as DepthwiseLayer;
  if (corrected.has(prototype)) return;
  corrected.add(prototype);
  const original = prototype.call;
  prototype.call = function call(this: DepthwiseLayer & layers.Layer, inputs, kwargs) {
    const [rate, other] = [this.dilationRate].flat();
    if (rate === 1 && (other ?? 1) === 1) return original.call(this, inputs, kwargs);
    const { useBias, activation } = this.getConfig();
    if (useBias === true || (activation !== undefined && activation !== null && activation !== 'linear')) {
      throw new Error(`layer ${this.name}: a dilated depthwise convolution with bias or activation is not supported`);
    }
    const [input] = [inputs].flat() as Tensor4D[];
    if (input === undefined) throw new Error(`layer ${this.name} has no input`);
    const { depthwiseKernel, strides, padding, dilationRate } = this;
    return tf.depthwiseConv2d(input, depthwiseKernel.read(), strides, padding, 'NHWC', dilationRate);
  };
}
