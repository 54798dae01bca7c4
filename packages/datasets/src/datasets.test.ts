import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeDatasets } from '@cambium/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import * as z from 'zod';
import { datasets } from './registry.js';

let dataDir = '';
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'datasets-'));
  for (const [name, background] of [
    ['bright', '#fff'],
    ['dark', '#012'],
  ] as const) {
    await mkdir(path.join(dataDir, 'pictures', name), { recursive: true });
    for (let i = 0; i < 10; i++) {
      const picture = sharp({ create: { width: 20 + i, height: 30, channels: 3, background } });
      await picture.png().toFile(path.join(dataDir, 'pictures', name, `${i}.png`));
    }
  }
  await writeFile(path.join(dataDir, 'pictures', 'dark', 'broken.png'), 'no picture');
});
afterAll(() => rm(dataDir, { recursive: true }));

describeDatasets(datasets, {
  digits: async () => ({ settings: {}, dataDir }),
  'fashion-mnist': async () => ({ settings: {}, dataDir }),
  'image-folder': async () => ({ settings: { path: 'pictures', size: 12 }, dataDir }),
});

describe('the forms of the settings', () => {
  it.each(datasets.entries.map((entry) => [entry.name, entry.settings] as const))('%s', (_, settings) => {
    const schema = z.toJSONSchema(settings as unknown as z.ZodType, { io: 'input' });
    expect(schema.type).toBe('object');
    for (const field of Object.values(schema.properties ?? {})) {
      expect(field).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    }
  });
});
