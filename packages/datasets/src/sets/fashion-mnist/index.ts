import path from 'node:path';
import { CambiumError } from '@cambium/core';
import type { LabelledImages } from '../../dataset.js';
import { defineDataset } from '../../define-dataset.js';
import { fetchFiles } from '../../fetch-files.js';
import { readIdxFile } from '../../idx.js';
import { refusedLoad } from '../../refused.js';
import { debianFolder, fileNames, publishedFiles } from './files.js';
import { fullFolders, locateFiles } from './locate-files.js';
import { fashionMnistSettings } from './settings.js';

const name = 'fashion-mnist';
const shape = [28, 28, 1] as const;
const classNames = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

async function readPart(imageFile: string, labelFile: string, count: number): Promise<LabelledImages> {
  const [images, labels] = await Promise.all([readIdxFile(imageFile), readIdxFile(labelFile)]);
  const wrong = (file: string, found: readonly number[]) =>
    new CambiumError('fix-input', `${file} holds ${found.join('×')} bytes and not ${count} images: fetch it again`);
  if (images.dimensions.join() !== [count, 28, 28].join()) throw wrong(imageFile, images.dimensions);
  if (labels.dimensions.join() !== String(count)) throw wrong(labelFile, labels.dimensions);
  return { images: images.body, labels: labels.body };
}

/** Xiao, Rasul, Vollgraf: Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms (2017). */
export const fashionMnist = defineDataset({
  name,
  summary: '28×28 gray images of clothes in 10 classes',
  licence: 'MIT',
  sourceUrl: 'https://github.com/zalandoresearch/fashion-mnist',
  settings: fashionMnistSettings,
  async describe({ source }, { dataDir }) {
    const located = await locateFiles(source, fullFolders(dataDir));
    if (located.kind === 'refused') return located;
    const { trainCount, testCount } = located;
    return { kind: 'ready', shape, classNames, trainCount, testCount };
  },
  async load({ source }, { dataDir }) {
    const located = await locateFiles(source, fullFolders(dataDir));
    if (located.kind === 'refused') throw refusedLoad(name, located.issues);
    const file = (key: keyof typeof fileNames) => path.join(located.folder, fileNames[key]);
    const train = await readPart(file('trainImages'), file('trainLabels'), located.trainCount);
    const test = await readPart(file('testImages'), file('testLabels'), located.testCount);
    return { shape, classNames, train, test, problems: [] };
  },
  async revision({ source }, { dataDir }) {
    const located = await locateFiles(source, fullFolders(dataDir));
    return located.kind === 'found' ? located.folder : 'missing';
  },
  fetch: ({ dataDir, onProgress }) =>
    fetchFiles({
      files: publishedFiles,
      folder: path.join(dataDir, 'datasets', name),
      installedFolder: debianFolder,
      onProgress,
    }),
});
