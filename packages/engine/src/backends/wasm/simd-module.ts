import { simdBinary } from './simd-binary.gen.js';

type Kernel = (...numbers: number[]) => void;

/** The kernels under packages/engine/kernels. All arguments are byte addresses or 32-bit integers. */
export interface SimdKernels {
  readonly avgPoolGradient: Kernel;
  readonly centredSums: Kernel;
  readonly columnToImage: Kernel;
  readonly combine: Kernel;
  readonly convFilterGradient: Kernel;
  readonly depthwiseFilterGradient: Kernel;
  readonly depthwiseInputGradient: Kernel;
  readonly gradientSums: Kernel;
  readonly maxPoolGradient: Kernel;
  readonly padImage: Kernel;
  readonly reluGradient: Kernel;
  readonly scaleShift: Kernel;
  readonly sumRows: Kernel;
}

/** Instantiates the kernels inside the memory of TensorFlow.js's own module, so that they see its tensors in place. */
export async function instantiateKernels(memory: WebAssembly.Memory): Promise<SimdKernels> {
  const { instance } = await WebAssembly.instantiate(Buffer.from(simdBinary, 'base64'), { env: { memory } });
  return instance.exports as unknown as SimdKernels;
}
