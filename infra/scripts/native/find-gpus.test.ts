import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findGpus } from './find-gpus.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cambium-gpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Looks for GPUs where `nvidia-smi` is this shell script, or absent. */
async function find(script?: string) {
  if (script !== undefined) {
    const file = path.join(folder, 'nvidia-smi');
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
  }
  return findGpus({ PATH: folder });
}

it('names the GPUs of the driver', async () => {
  expect(await find("echo 'NVIDIA A100'; echo 'NVIDIA T4'")).toEqual({
    kind: 'found',
    names: ['NVIDIA A100', 'NVIDIA T4'],
  });
});

it('says that there is no driver', async () => {
  expect(await find()).toEqual({ kind: 'missing', reason: 'nvidia-smi is not installed' });
});

it.each(["echo 'No devices were found'", ':'])('says that the driver sees none: %s', async (script) => {
  expect(await find(script)).toEqual({ kind: 'missing', reason: 'the NVIDIA driver sees none' });
});

it('says what the driver says', async () => {
  expect(await find("echo 'couldn’t communicate with the NVIDIA driver'; exit 9")).toEqual({
    kind: 'missing',
    reason: 'nvidia-smi ended with code 9: couldn’t communicate with the NVIDIA driver',
  });
});
