import * as z from 'zod';

/** Attributes that several blocks share, with the same limits everywhere. */
export const filters = z.int().min(1).max(4096).describe('Channels of the output');
export const kernel = z.int().min(1).max(31).describe('Height and width of the kernel, in pixels');
export const stride = z.int().min(1).max(16).default(1).describe('Step between outputs, in pixels');
export const dilation = z
  .int()
  .min(1)
  .max(16)
  .default(1)
  .describe('Distance between the pixels that a kernel sees; with a stride a multiple of it');
export const preActivation = z
  .boolean()
  .default(false)
  .describe('ReLU before the first convolution, as cells of NAS-Bench-201 and DARTS have it');

/** `hard-swish` is x·relu6(x + 3)/6 (Howard et al. 2019, §5.2); `swish` is x·sigmoid(x), also called SiLU. */
export const activationFunctions = ['relu', 'relu6', 'swish', 'hard-swish'] as const;
export const activation = z.enum([...activationFunctions, 'none']).describe('What follows the layer');
export type Activation = z.infer<typeof activation>;

/** Share of the channels that a squeeze-and-excitation keeps between its two dense layers. */
export const squeezeRatio = z.number().gt(0).max(1);

/**
 * What a strided and dilated convolution sees are the pixels at multiples of the stride, when the dilation is one of its
 * multiples: it is then built on those alone. TensorFlow.js has no other convolution with both.
 */
export function fitsStride({ stride, dilation }: { stride: number; dilation: number }): boolean {
  return stride === 1 || dilation === 1 || dilation % stride === 0;
}

export const strideMisfit = {
  path: ['dilation'],
  message: 'a dilation above 1 must be a multiple of the stride',
};
