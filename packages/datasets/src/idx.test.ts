import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { parseIdx, readIdxFile } from './idx.js';

const file = Buffer.from([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);

describe('IDX files', () => {
  it('gives the sizes and the bytes', () => {
    const { dimensions, body } = parseIdx(file, 'x');
    expect(dimensions).toEqual([2, 3]);
    expect([...body]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses what is cut off or something else', () => {
    expect(() => parseIdx(file.subarray(0, 17), 'x')).toThrow('x is not a usable IDX file: 2×3 bytes were expected');
    expect(() => parseIdx(file.subarray(0, 9), 'x')).toThrow('its header is cut off');
    expect(() => parseIdx(Buffer.from('<html>'), 'x')).toThrow('it does not start as one');
  });

  it('says which packed file is damaged and what to do', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'idx-'));
    try {
      const damaged = path.join(folder, 'a.gz');
      await writeFile(damaged, gzipSync(file).subarray(0, 20));
      await expect(readIdxFile(damaged)).rejects.toThrow(`${damaged} is damaged: it can't be unpacked. Fetch`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
