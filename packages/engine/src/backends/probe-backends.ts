import { backends } from './backend-registry.js';
import type { BackendAvailability } from './engine-backend.js';

export interface BackendProbe extends BackendAvailability {
  readonly name: string;
}

/** What each backend says about this machine, best first. The first that is available and automatic is what `auto` opens. */
export async function probeBackends(): Promise<BackendProbe[]> {
  const best = [...backends.entries].sort((a, b) => b.priority - a.priority);
  return Promise.all(best.map(async (backend) => ({ name: backend.name, ...(await backend.isAvailable()) })));
}
