import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TaskEnvironment } from '@cambium/core';
import * as z from 'zod';
import type { DecodedImages, ImageForm } from './decode-images.js';
import type { ClassedFile } from './sort-into-classes.js';

const header = z.object({
  kept: z.array(z.int()),
  problems: z.array(z.object({ file: z.string(), reason: z.string() })),
});
/** Raise it when decoding changes, so that old files are not used. */
const formatVersion = 1;

/** Changes with every file's name, size and time, with the root and with the wanted form. */
export function fingerprint(root: string, files: readonly ClassedFile[], form: ImageForm): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([formatVersion, root, form.size, form.channels, form.fit]));
  for (const { entry } of files) hash.update(JSON.stringify([entry.name, entry.bytes, entry.modified]));
  return hash.digest('hex').slice(0, 32);
}

const cacheFile = (key: string, { dataDir }: TaskEnvironment) =>
  path.join(dataDir, 'cache', 'image-folder', `${key}.bin`);

/** What was decoded before; undefined when nothing was or when the file is damaged. */
export async function readDecoded(key: string, environment: TaskEnvironment): Promise<DecodedImages | undefined> {
  try {
    const bytes = await readFile(cacheFile(key, environment));
    const end = bytes.indexOf(10);
    const parsed = header.extend({ bytes: z.int() }).parse(JSON.parse(bytes.toString('utf8', 0, end)));
    const pixels = new Uint8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
    return pixels.length === parsed.bytes ? { kept: parsed.kept, problems: parsed.problems, pixels } : undefined;
  } catch {
    return undefined;
  }
}

/** A line of JSON, then the pixels. Written beside it and renamed, so that no reader sees half a file. */
export async function writeDecoded(key: string, images: DecodedImages, environment: TaskEnvironment): Promise<void> {
  const target = cacheFile(key, environment);
  await mkdir(path.dirname(target), { recursive: true });
  const line = JSON.stringify({ kept: images.kept, problems: images.problems, bytes: images.pixels.length });
  const draft = `${target}.${randomUUID()}`;
  try {
    await writeFile(draft, [Buffer.from(`${line}\n`), images.pixels]);
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
}
