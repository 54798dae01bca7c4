import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { probeBackends } from '@cambium/engine';
import { planSlots, type Slot } from '@cambium/runner';

/** The slots of this machine: one per GPU that TensorFlow.js can use, else one per CPU core. */
export async function localSlots(request: { slots?: number; backend?: string }): Promise<Slot[]> {
  const backends = await probeBackends();
  return planSlots({ ...request, backends, cores: os.availableParallelism(), gpus: cudaDevices() });
}

/** Indices of the NVIDIA GPUs; none where there is no driver. */
function cudaDevices(): number[] {
  try {
    const list = execFileSync('nvidia-smi', ['--query-gpu=index', '--format=csv,noheader'], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return list.trim().split('\n').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
