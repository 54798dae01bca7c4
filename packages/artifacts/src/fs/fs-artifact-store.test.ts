import { existsSync } from 'node:fs';
import { mkdtemp, open, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeArtifactStore } from '@cambium/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFsArtifactStore } from './fs-artifact-store.js';

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describeArtifactStore('in a folder', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'artifacts-'));
  return {
    store: createFsArtifactStore(folder),
    fileCount: async () => (await filesIn(folder)).length,
    async corrupt(digest) {
      const hex = digest.slice('sha256:'.length);
      await writeFile(path.join(folder, hex.slice(0, 2), hex), 'abd');
    },
    close: () => rm(folder, { recursive: true }),
  };
});

describe('artifacts in a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'artifacts-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  // Linux's own full disk: every write to /dev/full fails with ENOSPC.
  const hasFullDisk = existsSync('/dev/full');
  if (!hasFullDisk) console.warn('skipped: a full disk is tested with /dev/full, which this system does not have');
  (hasFullDisk ? it : it.skip)('asks to try again when the disk is full, and leaves no half file', async () => {
    const full = createFsArtifactStore(folder, {
      async openFile(file) {
        await writeFile(file, 'half a file');
        return open('/dev/full', 'w');
      },
    });
    await expect(full.put(new Uint8Array(10))).rejects.toMatchObject({
      code: 'retry',
      message: `no space is left for artifacts in ${folder}; make room, then try again`,
    });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('says why a folder can’t be written to', async () => {
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' });
    const store = createFsArtifactStore(folder, { openFile: () => Promise.reject(denied) });
    await expect(store.put(new Uint8Array(1))).rejects.toMatchObject({ code: 'give-up', cause: denied });
  });

  it('removes what a killed process left behind a day ago, and nothing younger', async () => {
    const incoming = path.join(folder, 'incoming');
    const old = path.join(incoming, 'old');
    const young = path.join(incoming, 'young');
    for (const file of [old, young]) await writeFile(file, 'half');
    const dayBefore = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(old, dayBefore, dayBefore);
    await createFsArtifactStore(folder).put(new Uint8Array(1));
    expect(await readdir(incoming)).toEqual(['young']);
  });
});
