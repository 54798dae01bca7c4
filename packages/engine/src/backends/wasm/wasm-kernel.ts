import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs';
import type { Workspace } from './workspace.js';

/** A kernel that replaces TensorFlow.js's own of the same name, or one that it does not have. */
export interface WasmKernel<Inputs = NamedTensorInfoMap, Attributes = NamedAttrMap> {
  /** TensorFlow.js's kernel name. */
  readonly name: string;
  /** `original` runs the kernel that this one replaces; absent where there is none. */
  compute(
    call: { readonly inputs: Inputs; readonly attributes: Attributes },
    workspace: Workspace,
    original?: () => TensorInfo,
  ): TensorInfo | TensorInfo[];
}

/** Types the inputs and attributes of one kernel; TensorFlow.js hands them over untyped. */
export function defineKernel<Inputs, Attributes>(kernel: WasmKernel<Inputs, Attributes>): WasmKernel {
  return kernel as unknown as WasmKernel;
}
