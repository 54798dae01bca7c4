/** What an engine probe found. */
export interface ProbedBackend {
  readonly name: string;
  readonly available: boolean;
  /** False: used only when asked for by name. */
  readonly automatic: boolean;
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
  /** GPU indices for CUDA, e.g. [0, 1]; empty without. */
  readonly gpus: readonly number[];
  /** As many as wanted; absent: one per GPU, else one per core. */
  readonly slots?: number;
  /** A backend by name; absent: the first that is available. */
  readonly backend?: string;
}

/**
 * One slot per GPU, or one per CPU core: TensorFlow.js's CPU backends use one thread here, so cores are filled by trials.
 * @throws RangeError when the backend that was asked for is not available, naming those that are.
 */
export function planSlots(request: SlotRequest): Slot[] {
  const available = request.backends.filter(({ available }) => available);
  const chosen =
    request.backend === undefined
      ? available.find(({ automatic }) => automatic)
      : available.find(({ name }) => name === request.backend);
  if (chosen === undefined) {
    const names = available.map(({ name }) => name).join(', ') || 'none';
    throw new RangeError(
      `backend "${request.backend ?? 'any'}" is not available here; available: ${names}. "cambium doctor" says why`,
    );
  }
  const onGpus = chosen.name === 'native' && request.gpus.length > 0;
  const places = onGpus ? request.gpus.length : chosen.name === 'webgpu' ? 1 : request.cores;
  return Array.from({ length: request.slots ?? places }, (_, i) => {
    if (!onGpus)
      return {
        kind: chosen.name,
        name: chosen.name === 'webgpu' ? (chosen.device ?? 'GPU') : `CPU core ${i}`,
        env: {},
      };
    const gpu = request.gpus[i % request.gpus.length] as number;
    return { kind: chosen.name, name: `GPU ${gpu}`, env: { CUDA_VISIBLE_DEVICES: String(gpu) } };
  });
}
