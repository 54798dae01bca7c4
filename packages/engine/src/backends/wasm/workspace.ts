import type { TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { SimdKernels } from './simd-module.js';

/** The parts of TensorFlow.js's WASM backend that kernels need. */
export interface WasmBackend {
  readonly wasm: {
    readonly asm: { readonly memory: WebAssembly.Memory; malloc(bytes: number): number };
    /** What the backend allocates tensors with: a byte address. */
    _malloc(bytes: number): number;
  };
  makeOutput(shape: number[], dtype: 'float32'): TensorInfo;
  getMemoryOffset(dataId: object): number;
  disposeData(dataId: object): boolean;
  incRef(dataId: object): void;
}

/** What a kernel works with: the SIMD functions and the memory that tensors live in. */
export interface Workspace {
  readonly tf: TensorFlow;
  readonly simd: SimdKernels;
  /** Byte address of a tensor's values. */
  address(tensor: TensorInfo): number;
  /** A new float32 tensor with undefined values. Allocating may move the heap: take `floats` afterwards. */
  allocate(shape: readonly number[]): TensorInfo;
  /** A new float32 tensor of zeros. */
  zeros(shape: readonly number[]): TensorInfo;
  /** A view of the values, valid until the next allocation. */
  floats(tensor: TensorInfo): Float32Array;
  release(tensor: TensorInfo): void;
  /** Another tensor with the same values, which are freed when both are. */
  share(tensor: TensorInfo): TensorInfo;
}

export function createWorkspace(tf: TensorFlow, backend: WasmBackend, simd: SimdKernels): Workspace {
  const { memory } = backend.wasm.asm;
  const address = (tensor: TensorInfo) => backend.getMemoryOffset(tensor.dataId);
  const allocate = (shape: readonly number[]) => backend.makeOutput([...shape], 'float32');
  const floats = (tensor: TensorInfo) =>
    new Float32Array(memory.buffer, address(tensor), tf.util.sizeFromShape(tensor.shape));
  return {
    tf,
    simd,
    address,
    allocate,
    floats,
    zeros(shape) {
      const tensor = allocate(shape);
      floats(tensor).fill(0);
      return tensor;
    },
    release: (tensor) => void backend.disposeData(tensor.dataId),
    share({ dataId, shape, dtype }) {
      backend.incRef(dataId);
      return { dataId, shape, dtype };
    },
  };
}
