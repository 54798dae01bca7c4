import { requirePackage, resolvePackage } from '../../tensorflow.js';

/** The parts of WebGPU that the engine touches; their declarations come with browsers, not with Node. */
export interface GpuAdapter {
  readonly info: { readonly vendor: string; readonly architecture: string; readonly description: string };
  readonly limits: Readonly<Record<string, number>>;
  requestDevice(descriptor: { requiredLimits: Record<string, number> }): Promise<GpuDevice>;
}
export interface GpuDevice {
  destroy(): void;
}
export interface Gpu {
  requestAdapter(): Promise<GpuAdapter | null>;
}
interface DawnPackage {
  create(options: readonly string[]): Gpu;
  readonly globals: Readonly<Record<string, unknown>>;
}

export function dawnIsInstalled(): boolean {
  try {
    resolvePackage('webgpu');
    return true;
  } catch {
    return false;
  }
}

/**
 * Dawn as `navigator.gpu`, with the browser's globals that TensorFlow.js's WebGPU backend asks for. Idempotent.
 * Loading Dawn on a machine whose graphics driver is broken can end the process: probe in another process first.
 */
export function installDawn(): Gpu {
  const { create, globals } = requirePackage<DawnPackage>('webgpu');
  const target = globalThis as unknown as Record<string, unknown>;
  const present = target['navigator'] as { gpu?: Gpu } | undefined;
  if (present?.gpu !== undefined) return present.gpu;
  Object.assign(target, globals);
  const gpu = create([]);
  Object.defineProperty(target, 'navigator', { value: { gpu, userAgent: 'node' }, configurable: true });
  target['OffscreenCanvas'] ??= class {
    getContext() {
      return null;
    }
  };
  target['requestAnimationFrame'] ??= (run: () => void) => setTimeout(run, 0);
  return gpu;
}
