import type { CudaDevice } from './cuda-devices.js';

/** What an engine probe found. */
export interface ProbedBackend {
  readonly name: string;
  readonly available: boolean;
  /** False: used only when asked for by name. */
  readonly automatic: boolean;
  /** `cuda`: NVIDIA GPUs, which CUDA_VISIBLE_DEVICES selects. `gpu`: the one that the system offers. */
  readonly computesOn: 'cpu' | 'cuda' | 'gpu';
  readonly device: string | null;
}

/** A place for one trial at a time. */
export interface Slot {
  /** The engine backend that it uses. */
  readonly kind: string;
  readonly name: string;
  /** What its process finds in the environment, e.g. the one GPU it may see. */
  readonly env: Readonly<Record<string, string>>;
}

export interface SlotRequest {
  /** In order of preference, as probed. */
  readonly backends: readonly ProbedBackend[];
  readonly cores: number;
  /** The GPUs that this runner may use through CUDA; empty also where they can't be listed. */
  readonly cudaDevices: readonly CudaDevice[];
  /** As many as wanted; absent: one per GPU, else one per core. */
  readonly slots?: number;
  /** A backend by name; absent: the first that is available. */
  readonly backend?: string;
}

/**
 * One slot per GPU where the backend computes on GPUs, else one per CPU core.
 * @throws RangeError when the backend that was asked for is not available, naming those that are.
 */
export function planSlots(request: SlotRequest): Slot[] {
  const chosen = choose(request);
  switch (chosen.computesOn) {
    case 'cpu':
      return cpuSlots(chosen.name, request);
    case 'cuda':
      return gpuSlots(chosen, request.cudaDevices, request.slots);
    case 'gpu':
      return gpuSlots(chosen, [], request.slots);
  }
}

function choose({ backends, backend }: SlotRequest): ProbedBackend {
  const available = backends.filter((probed) => probed.available);
  const chosen =
    backend === undefined
      ? available.find(({ automatic }) => automatic)
      : available.find(({ name }) => name === backend);
  if (chosen !== undefined) return chosen;
  const names = available.map(({ name }) => name).join(', ') || 'none';
  throw new RangeError(
    `backend "${backend ?? 'any'}" is not available here; available: ${names}. "cambium doctor" says why`,
  );
}

/** Native TensorFlow starts a thread per core of the machine unless it is told its share: N slots would run N × N. */
function cpuSlots(kind: string, { cores, slots = cores }: SlotRequest): Slot[] {
  const share = Math.max(1, Math.floor(cores / slots));
  const threads = String(share);
  const env = { TF_NUM_INTRAOP_THREADS: threads, TF_NUM_INTEROP_THREADS: threads, OMP_NUM_THREADS: threads };
  return Array.from({ length: slots }, (_, i) => {
    const first = (i * share) % cores;
    return { kind, name: share === 1 ? `CPU core ${first}` : `CPU cores ${first}–${first + share - 1}`, env };
  });
}

/** `devices` is empty where the backend takes the GPU that it finds. */
function gpuSlots({ name: kind, device }: ProbedBackend, devices: readonly CudaDevice[], slots?: number): Slot[] {
  const places = Math.max(1, devices.length);
  const count = slots ?? places;
  // TensorFlow takes all of a GPU's memory at once if it is not told to take what it needs.
  const shared: Slot['env'] = count > places ? { TF_FORCE_GPU_ALLOW_GROWTH: 'true' } : {};
  return Array.from({ length: count }, (_, i) => {
    const own = devices[i % places];
    if (own === undefined) return { kind, name: device ?? 'GPU', env: shared };
    return { kind, name: own.name, env: { CUDA_VISIBLE_DEVICES: own.id, ...shared } };
  });
}
