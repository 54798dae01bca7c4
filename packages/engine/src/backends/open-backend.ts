import { CambiumError } from '@cambium/core';
import { backends } from './backend-registry.js';
import type { EngineBackend } from './engine-backend.js';
import { probeBackends } from './probe-backends.js';

/**
 * Opens a backend by name, or the best available one for `auto`, and makes it the current one of this process.
 * @throws CambiumError `fix-input` for an unknown name, `give-up` with the reason when it can't run here.
 */
export async function openBackend(name: string): Promise<EngineBackend> {
  if (name !== 'auto') return backends.get(name).open();
  const probes = await probeBackends();
  const best = probes.find((probe) => probe.available && probe.automatic);
  if (best === undefined) {
    const reasons = probes.map((probe) => `${probe.name}: ${probe.reason}`).join('; ');
    throw new CambiumError('give-up', `no backend can run here. ${reasons}`);
  }
  return backends.get(best.name).open();
}
