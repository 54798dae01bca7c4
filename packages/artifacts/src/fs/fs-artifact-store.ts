import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactStore } from '@cambium/core';
import { corrupt, hexOf, notFound } from '../digest.js';
import { sha256 } from '../sha256.js';
import { diskError } from './disk-error.js';
import { errorCode } from './error-code.js';
import { sweepLeftovers } from './sweep-leftovers.js';
import { type OpenFile, openNew, writeTemporary } from './write-temporary.js';

export interface FsArtifactStoreOptions {
  /** Opens a new file for writing; for tests of a full disk. */
  readonly openFile?: OpenFile;
}

/**
 * Artifacts as files `<folder>/<first two digits>/<64 digits>`. A file appears under its name only when it is whole and
 * on the disk. Several processes may share the folder.
 * @throws from `put`: CambiumError `retry` when the disk is full, `give-up` when the folder can't be written to.
 */
export function createFsArtifactStore(
  folder: string,
  { openFile = openNew }: FsArtifactStoreOptions = {},
): ArtifactStore {
  const temporary = path.join(folder, 'incoming');
  const fileOf = (digest: string) => {
    const hex = hexOf(digest);
    return path.join(folder, hex.slice(0, 2), hex);
  };
  let swept: Promise<void> | undefined;
  return {
    async put(content) {
      swept ??= sweepLeftovers(temporary, Date.now());
      await swept;
      try {
        const { file, digest, bytes } = await writeTemporary(temporary, content, openFile);
        await moveInto(fileOf(digest), file);
        return { digest, bytes };
      } catch (cause) {
        throw diskError(cause, folder);
      }
    },
    async get(digest) {
      const content = await readFile(fileOf(digest)).catch((cause: unknown) => {
        throw isMissing(cause) ? notFound(digest) : cause;
      });
      const actual = sha256(content);
      if (actual !== digest) throw corrupt(digest, actual);
      return content;
    },
    async has(digest) {
      const found = await stat(fileOf(digest)).catch((cause: unknown) => {
        if (!isMissing(cause)) throw cause;
      });
      return found !== undefined;
    },
  };
}

/** Replaces what is there: it is the same content, or damaged. */
async function moveInto(target: string, source: string): Promise<void> {
  const folder = path.dirname(target);
  try {
    await mkdir(folder, { recursive: true });
    await rename(source, target);
  } catch (cause) {
    await unlink(source).catch(() => undefined);
    throw cause;
  }
  await syncFolder(folder);
}

/** The new name must survive a power cut too. Where a folder can't be opened (Windows) the file system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function isMissing(cause: unknown): boolean {
  return errorCode(cause) === 'ENOENT';
}
