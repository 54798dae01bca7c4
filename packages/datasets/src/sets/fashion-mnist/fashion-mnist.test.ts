import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { shippedFolder } from '../../shipped-folder.js';
import { debianFolder, publishedFiles } from './files.js';
import { fashionMnist } from './index.js';
import { locateFiles } from './locate-files.js';

const environment = { dataDir: '/nowhere' };

describe('the shipped Fashion-MNIST', () => {
  it('is the one that the script made', () => {
    const folder = shippedFolder('fashion-mnist');
    const lines = readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(lines.length).toBe(4);
    for (const line of lines) {
      const [sum, file] = line.split('  ');
      const bytes = gunzipSync(readFileSync(path.join(folder, `${file}.gz`)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
  });

  it('has 1,000 training and 200 test images of each class', async () => {
    const { train, test } = await fashionMnist.load({ source: 'shipped' }, environment);
    for (const [part, expected] of [
      [train, 1000],
      [test, 200],
    ] as const) {
      const counts = Array.from({ length: 10 }, (_, label) => part.labels.filter((other) => other === label).length);
      expect(counts).toEqual(Array(10).fill(expected));
    }
  });
});

describe('the sources of Fashion-MNIST', () => {
  it('refuses the full set where it is not, and says how to get it', async () => {
    expect(await locateFiles('full', ['/nowhere/a', '/nowhere/b'])).toEqual({
      kind: 'refused',
      issues: [
        {
          path: ['source'],
          code: 'missing-data',
          message: expect.stringMatching(
            /looked in \/nowhere\/a and \/nowhere\/b\): run "cambium dataset fetch fashion-mnist" or "apt-get install/,
          ),
        },
      ],
    });
  });

  it('takes auto as shipped where the full set is not', async () => {
    expect(await locateFiles('auto', ['/nowhere'])).toMatchObject({ kind: 'found', trainCount: 10_000 });
  });

  it('defaults to shipped, so that a result does not depend on the machine', () => {
    expect(fashionMnist.settings.safeParse({})).toEqual({ success: true, data: { source: 'shipped' } });
  });

  const installed = existsSync(path.join(debianFolder, 'train-images-idx3-ubyte.gz'));
  if (!installed) console.warn(`skipped: Debian's dataset-fashion-mnist is not installed (${debianFolder})`);
  (installed ? it : it.skip)('loads the published files', async () => {
    for (const { name, sha256 } of publishedFiles) {
      const bytes = gunzipSync(readFileSync(path.join(debianFolder, name)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    const full = await fashionMnist.load({ source: 'full' }, environment);
    expect([full.train.labels.length, full.test.labels.length]).toEqual([60_000, 10_000]);
  });
});
