import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { probeBackends } from '@cambium/engine';
import { type CudaDevice, listedCudaDevices, planSlots, type Slot, visibleCudaDevices } from '@cambium/runner';
import type { Environment } from './env.js';

/** The slots of this machine: one per GPU that TensorFlow.js computes on and that is left to us, else one per CPU core. */
export async function localSlots(
  { cudaVisibleDevices }: Environment,
  request: { slots?: number; backend?: string } = {},
): Promise<Slot[]> {
  return planSlots({
    ...request,
    backends: await probeBackends(),
    cores: os.availableParallelism(),
    cudaDevices: cudaVisibleDevices === undefined ? installedGpus() : visibleCudaDevices(cudaVisibleDevices),
  });
}

/** None where there is no NVIDIA driver. */
function installedGpus(): CudaDevice[] {
  try {
    const query = ['--query-gpu=index,uuid', '--format=csv,noheader'];
    return listedCudaDevices(execFileSync('nvidia-smi', query, { encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return [];
  }
}
