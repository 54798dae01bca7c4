import { CambiumError } from '@cambium/core';
import { backends } from './backend-registry.js';
import type { EngineBackend } from './engine-backend.js';
import { probeBackends } from './probe-backends.js';

/**
 * Opens a backend by name, or the best available one for `auto`, and makes it the current one of this process.
 * @throws CambiumError `fix-input` for an unknown name, `give-up` with the reason when it can't run here.
 */
export async function openBackend(name: string): Promise<EngineBackend> {
  if (name !== 'auto') {
    const backend = backends.get(name);
    const { available, reason } = await backend.isAvailable();
    if (!available) throw new CambiumError('give-up', `backend "${name}" can't run here: ${reason}`);
    return backend.open();
  }
  const probes = await probeBackends();
  const best = probes.find((probe) => probe.available && probe.automatic);
  if (best === undefined) {
    const reasons = probes.map((probe) => `${probe.name}: ${probe.reason}`).join('; ');
    throw new CambiumError('give-up', `no backend can run here. ${reasons}`);
  }
  return backends.get(best.name).open();
}
