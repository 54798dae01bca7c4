import type { WantedFile } from '../../fetch-files.js';

/** Where Debian's package dataset-fashion-mnist puts them. */
export const debianFolder = '/usr/share/datasets/fashion-mnist';

export const fileNames = {
  trainImages: 'train-images-idx3-ubyte.gz',
  trainLabels: 'train-labels-idx1-ubyte.gz',
  testImages: 't10k-images-idx3-ubyte.gz',
  testLabels: 't10k-labels-idx1-ubyte.gz',
} as const;

const mirrors = [
  'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
  'https://storage.googleapis.com/tensorflow/tf-keras-datasets/',
];

const wanted = (name: string, sha256: string): WantedFile => ({
  name,
  urls: mirrors.map((mirror) => mirror + name),
  sha256,
});

/** The published files: 60,000 training and 10,000 test images. */
export const publishedFiles: readonly WantedFile[] = [
  wanted(fileNames.trainImages, 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888'),
  wanted(fileNames.trainLabels, 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9'),
  wanted(fileNames.testImages, '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b'),
  wanted(fileNames.testLabels, '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34'),
];
