import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { EngineBackend } from '../backends/engine-backend.js';

/** Milliseconds by what was measured, on one backend and device. */
export interface LatencyEntries {
  get(key: string): number | undefined;
  set(key: string, milliseconds: number): void;
  /** Keeps what was set, where there is a place to keep it. */
  save(): Promise<void>;
}

const stored = z.strictObject({
  version: z.literal(1),
  backend: z.string(),
  device: z.string(),
  milliseconds: z.record(z.string(), z.number().positive()),
});

/** In memory only. */
export function createLatencyEntries(): LatencyEntries {
  const entries = new Map<string, number>();
  return { get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value), save: async () => {} };
}

/**
 * Kept in a file of the folder, one for each backend and device: this machine's. A file that can't be read is begun anew,
 * since everything in it can be measured again.
 */
export async function openLatencyEntries(
  folder: string,
  { name: backend, device }: Pick<EngineBackend, 'name' | 'device'>,
): Promise<LatencyEntries> {
  const file = path.join(folder, `${`${backend} ${device}`.replace(/[^A-Za-z0-9]+/g, '-')}.json`);
  const entries = new Map(Object.entries(await read(file, { backend, device })));
  let saved = entries.size;
  return {
    get: (key) => entries.get(key),
    set: (key, value) => void entries.set(key, value),
    async save() {
      if (entries.size === saved) return;
      const content = { version: 1, backend, device, milliseconds: Object.fromEntries(entries) };
      await mkdir(folder, { recursive: true });
      // Whole or not at all, also when two processes save at a time.
      await writeFile(`${file}.${process.pid}`, JSON.stringify(content, null, 1));
      await rename(`${file}.${process.pid}`, file);
      saved = entries.size;
    },
  };
}

async function read(file: string, of: { backend: string; device: string }): Promise<Readonly<Record<string, number>>> {
  try {
    const content = stored.parse(JSON.parse(await readFile(file, 'utf8')));
    return content.backend === of.backend && content.device === of.device ? content.milliseconds : {};
  } catch {
    return {};
  }
}
