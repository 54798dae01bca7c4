import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CambiumError } from '@cambium/core';
import * as z from 'zod';
import type { LabelledImages } from '../../dataset.js';
import { defineDataset } from '../../define-dataset.js';
import { shippedFolder } from '../../shipped-folder.js';
import { splitDataset } from '../../split-dataset.js';

const shape = [8, 8, 1] as const;
const pixels = 64;
const rows = 1797;
/** A fifth, as scikit-learn's examples take. The split is part of the data set: it must never change. */
const testCount = 360;
const trainCount = rows - testCount;
const splitSeed = 'digits-test-1';
const classNames = Array.from({ length: 10 }, (_, digit) => String(digit));

/** One line per image: 64 levels from 0 to 16 and the digit. */
function parseCsv(text: string): LabelledImages {
  const lines = text.trimEnd().split('\n');
  if (lines.length !== rows)
    throw new CambiumError('fix-input', `digits.csv.gz has ${lines.length} lines, not ${rows}`);
  const images = new Uint8Array(rows * pixels);
  const labels = new Uint8Array(rows);
  for (const [row, line] of lines.entries()) {
    const cells = line.split(',').map(Number);
    for (let i = 0; i < pixels; i++) images[row * pixels + i] = Math.round((cells[i]! * 255) / 16);
    labels[row] = cells[pixels]!;
  }
  return { images, labels };
}

function take({ images, labels }: LabelledImages, indices: Int32Array): LabelledImages {
  const chosen = new Uint8Array(indices.length * pixels);
  for (const [i, from] of indices.entries())
    chosen.set(images.subarray(from * pixels, (from + 1) * pixels), i * pixels);
  return { images: chosen, labels: Uint8Array.from(indices, (from) => labels[from]!) };
}

/** E. Alpaydin, C. Kaynak: Optical Recognition of Handwritten Digits (UCI, 1998), the copy in scikit-learn. */
export const digits = defineDataset({
  name: 'digits',
  summary: '8×8 gray images of handwritten digits, small enough for a search of seconds',
  licence: 'BSD-3-Clause (scikit-learn); the data CC-BY-4.0 (UCI)',
  sourceUrl: 'https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits',
  settings: z.strictObject({}),
  describe: async () => ({ kind: 'ready', shape, classNames, trainCount, testCount }),
  async load() {
    const packed = await readFile(path.join(shippedFolder('digits'), 'digits.csv.gz'));
    const all = parseCsv((await promisify(gunzip)(packed)).toString('utf8'));
    const split = splitDataset(all.labels, { seed: splitSeed, trainSize: trainCount, validationSize: testCount });
    return { shape, classNames, train: take(all, split.train), test: take(all, split.validation), problems: [] };
  },
  revision: async () => 'shipped',
});
