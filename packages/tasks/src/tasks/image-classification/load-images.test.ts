import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { loadImages } from './load-images.js';
import { prepare } from './prepare.js';
import { imageClassificationSettings } from './settings.js';

/** One white pixel. */
const image = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64');
const filesPerClass = 25;
let dataDir: string;

/** Two classes of 25 files, of which 40 are left to train and validate on; one file is broken. */
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'cambium-images-'));
  for (const name of ['a', 'b']) {
    await mkdir(path.join(dataDir, 'set', name), { recursive: true });
    for (let i = 0; i < filesPerClass; i++) await writeFile(path.join(dataDir, 'set', name, `${i}.gif`), image);
  }
  await writeFile(path.join(dataDir, 'set/a/7.gif'), 'broken');
});
afterAll(() => rm(dataDir, { recursive: true }));

it.each([
  ['fewer train', { trainSize: 32, validationSize: 8 }, [31, 8]],
  ['fewer train, one validates', { trainSize: 39, validationSize: 1 }, [38, 1]],
  ['fewer validate, one trains', { trainSize: 1, validationSize: 39 }, [1, 38]],
  ['all that are left train', { trainSize: 39 }, [38, 1]],
])('a broken image costs no trial: %s', async (_, sizes, expected) => {
  const datasetSettings = { path: path.join(dataDir, 'set'), size: 8, testShare: 0.2 };
  const settings = imageClassificationSettings.parse({ dataset: 'image-folder', datasetSettings, ...sizes });
  const prepared = await prepare(settings, { dataDir });
  if (prepared.kind === 'refused') throw new Error(JSON.stringify(prepared.issues));
  const { train, validation, problems } = await loadImages(settings, { ...prepared, seed: 1 }, { dataDir });
  expect(problems.map(({ file }) => file)).toEqual(['a/7.gif']);
  expect([train.labels.length, validation.labels.length]).toEqual(expected);
});
