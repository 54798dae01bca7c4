import { type EngineBackend, openBackend } from '@cambium/engine';

let opened: { readonly name: string; readonly backend: Promise<EngineBackend> } | undefined;

/**
 * The backend of this name, opened once and kept for the next trial of the process. Asking for another one closes it.
 * @throws CambiumError `give-up` when it can't work here.
 */
export async function deviceNamed(name: string): Promise<EngineBackend> {
  if (opened?.name !== name) {
    const previous = opened?.backend;
    opened = { name, backend: reopen(name, previous) };
  }
  const { backend } = opened;
  try {
    return await backend;
  } catch (error) {
    if (opened?.backend === backend) opened = undefined;
    throw error;
  }
}

async function reopen(name: string, previous: Promise<EngineBackend> | undefined): Promise<EngineBackend> {
  const open = await previous?.catch(() => undefined);
  await open?.close();
  return openBackend(name);
}
