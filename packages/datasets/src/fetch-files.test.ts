import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fetchDataset } from './fetch-dataset.js';
import { type FetchPlan, fetchFiles } from './fetch-files.js';

const content = { 'a.gz': 'the first file', 'b.gz': 'the second file' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
let served: Record<string, Uint8Array> = {};
let server: Server;
let base = '';
let root = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = served[(request.url ?? '').slice(1)];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  root = await mkdtemp(path.join(tmpdir(), 'fetch-files-'));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(root, { recursive: true });
});

let plan: FetchPlan;
let run = 0;
beforeEach(() => {
  served = Object.fromEntries(Object.entries(content).map(([name, text]) => [name, gzipSync(text)]));
  run += 1;
  plan = {
    files: Object.entries(content).map(([name, text]) => ({ name, urls: [base + name], sha256: sha256(text) })),
    folder: path.join(root, `run-${run}`, 'datasets', 'some-set'),
    installedFolder: path.join(root, `run-${run}`, 'installed'),
  };
});

const left = () => readdir(path.dirname(plan.folder));

describe('fetchFiles', () => {
  it('downloads all files and says so; the next time they are present', async () => {
    const messages: string[] = [];
    const result = await fetchFiles({ ...plan, onProgress: (message) => messages.push(message) });
    expect(result).toEqual({ folder: plan.folder, from: 'downloaded' });
    expect(messages).toEqual([`a.gz from ${base}a.gz`, `b.gz from ${base}b.gz`]);
    expect(await readdir(plan.folder)).toEqual(['a.gz', 'b.gz']);
    served = {};
    expect(await fetchFiles(plan)).toEqual({ folder: plan.folder, from: 'present' });
  });

  it('copies installed files and does not ask the network, also when they are packed differently', async () => {
    served = {};
    await mkdir(plan.installedFolder, { recursive: true });
    for (const [name, text] of Object.entries(content)) {
      await writeFile(path.join(plan.installedFolder, name), gzipSync(text, { level: 1 }));
    }
    expect((await fetchFiles(plan)).from).toBe('copied');
    expect(await readdir(plan.folder)).toEqual(['a.gz', 'b.gz']);
  });

  it('leaves nothing behind when one file is not the published one', async () => {
    served['b.gz'] = gzipSync('something else');
    await expect(fetchFiles(plan)).rejects.toMatchObject({
      code: 'fix-input',
      message: expect.stringMatching(/b\.gz could not be downloaded.*SHA-256 differs.*put the file into/),
    });
    expect(await left()).toEqual([]);
  });

  it('goes to the next address when one has other bytes', async () => {
    served['bad.gz'] = gzipSync('something else');
    const files = plan.files.map((file) => ({ ...file, urls: [`${base}missing.gz`, `${base}bad.gz`, ...file.urls] }));
    expect((await fetchFiles({ ...plan, files })).from).toBe('downloaded');
  });

  it('replaces damaged files', async () => {
    await mkdir(plan.folder, { recursive: true });
    await writeFile(path.join(plan.folder, 'a.gz'), 'half a file');
    expect((await fetchFiles(plan)).from).toBe('downloaded');
    expect(await readFile(path.join(plan.folder, 'a.gz'))).toEqual(Buffer.from(served['a.gz'] ?? []));
    expect(await left()).toEqual(['some-set']);
  });

  it('says to try again when there is no connection', async () => {
    const files = plan.files.map((file) => ({ ...file, urls: ['http://127.0.0.1:1/a.gz'] }));
    await expect(fetchFiles({ ...plan, files })).rejects.toMatchObject({
      code: 'retry',
      message: expect.stringMatching(/no connection/),
    });
    expect(await left()).toEqual([]);
  });
});

describe('fetchDataset', () => {
  it('says what can be fetched', async () => {
    await expect(fetchDataset('digits', { dataDir: root })).rejects.toThrow(
      'needs no fetching. To fetch: fashion-mnist',
    );
    await expect(fetchDataset('fashon-mnist', { dataDir: root })).rejects.toThrow('did you mean "fashion-mnist"?');
  });
});
