import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CambiumError } from '@cambium/core';
import type { FetchResult } from './dataset.js';
import { downloadFile } from './download-file.js';

/** A gzipped file to bring. The checksum is of the unpacked bytes: repacking (as Debian does) changes the packed ones. */
export interface WantedFile {
  readonly name: string;
  /** Tried in order. */
  readonly urls: readonly string[];
  readonly sha256: string;
}

export interface FetchPlan {
  readonly files: readonly WantedFile[];
  /** Where the files go. */
  readonly folder: string;
  /** Where a package of the operating system may have put them. */
  readonly installedFolder: string;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/**
 * Brings all files to the folder or none: they are gathered beside it and moved there at once.
 * @throws CambiumError `retry` when nothing answers, `fix-input` when every source has other bytes.
 */
export async function fetchFiles(plan: FetchPlan): Promise<FetchResult> {
  if (await holdsAll(plan.folder, plan.files)) return { folder: plan.folder, from: 'present' };
  const installed = await holdsAll(plan.installedFolder, plan.files);
  const parent = path.dirname(plan.folder);
  await mkdir(parent, { recursive: true });
  const gathering = await mkdtemp(path.join(parent, '.fetching-'));
  try {
    for (const file of plan.files) {
      const bytes = installed
        ? await readFile(path.join(plan.installedFolder, file.name))
        : await downloadChecked(file, plan);
      await writeFile(path.join(gathering, file.name), bytes);
    }
    await rm(plan.folder, { recursive: true, force: true });
    await rename(gathering, plan.folder);
  } finally {
    await rm(gathering, { recursive: true, force: true });
  }
  return { folder: plan.folder, from: installed ? 'copied' : 'downloaded' };
}

/** True when every file is there with the right content. */
async function holdsAll(folder: string, files: readonly WantedFile[]): Promise<boolean> {
  for (const file of files) {
    const target = path.join(folder, file.name);
    try {
      await access(target);
    } catch {
      return false;
    }
    if ((await unpackedSha256(await readFile(target))) !== file.sha256) return false;
  }
  return true;
}

async function unpackedSha256(packed: Uint8Array): Promise<string> {
  try {
    return createHash('sha256')
      .update(await promisify(gunzip)(packed))
      .digest('hex');
  } catch {
    return 'damaged';
  }
}

async function downloadChecked(file: WantedFile, { folder, onProgress }: FetchPlan): Promise<Uint8Array> {
  const failures: string[] = [];
  let reached = false;
  for (const url of file.urls) {
    onProgress?.(`${file.name} from ${url}`);
    try {
      const bytes = await downloadFile(url);
      reached = true;
      if ((await unpackedSha256(bytes)) === file.sha256) return bytes;
      failures.push(`${url}: the content is not the published one (SHA-256 differs)`);
    } catch (error) {
      failures.push(`${url}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const hint = `To do it by hand, put the file into ${folder}`;
  const message = `${file.name} could not be downloaded. ${failures.join('; ')}. ${hint}`;
  throw new CambiumError(reached ? 'fix-input' : 'retry', message);
}
