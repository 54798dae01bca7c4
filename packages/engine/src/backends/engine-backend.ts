import type { TensorFlow } from '../tensorflow.js';

/** A device that trains, opened. One backend is current in a process at a time: the one opened last. */
export interface EngineBackend {
  readonly name: string;
  /** What computes, for people: `WASM SIMD, 1 thread`, `NVIDIA GeForce RTX 4090`. */
  readonly device: string;
  readonly tf: TensorFlow;
  /** Gives the device back. Tensors that live on it must not be used any more. */
  close(): Promise<void>;
}

export interface BackendAvailability {
  readonly available: boolean;
  /** Why it can or can't be used here, in plain words, with what would help. */
  readonly reason: string;
  /** null when it is not available. */
  readonly device: string | null;
  /** `cuda`: NVIDIA GPUs, which CUDA_VISIBLE_DEVICES selects. `gpu`: the one that the system offers. */
  readonly computesOn: 'cpu' | 'cuda' | 'gpu';
  /** False: only opened by name. An emulated GPU is right but slower than WASM. */
  readonly automatic: boolean;
}

export interface BackendDefinition {
  readonly name: string;
  /** `auto` opens the available, automatic backend with the highest. */
  readonly priority: number;
  /** Never throws and never ends the process: absence is a reason. */
  isAvailable(): Promise<BackendAvailability>;
  /** @throws CambiumError `give-up` when it is not available. */
  open(): Promise<EngineBackend>;
}
