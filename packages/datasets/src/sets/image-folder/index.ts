import { CambiumError, type ImageShape, type Issue, type TaskEnvironment } from '@cambium/core';
import type { LabelledImages, LoadedDataset } from '../../dataset.js';
import { defineDataset } from '../../define-dataset.js';
import { refusedLoad } from '../../refused.js';
import { splitDataset } from '../../split-dataset.js';
import { type DecodedImages, decodeImages } from './decode-images.js';
import { fingerprint, readDecoded, writeDecoded } from './decoded-cache.js';
import { type FileSource, UnusableSourceError } from './file-source.js';
import { openSource, resolveSource } from './open-source.js';
import { type ImageFolderSettings, imageFolderSettings } from './settings.js';
import { type ClassedFiles, classIssues, sortIntoClasses } from './sort-into-classes.js';

const name = 'image-folder';

type Scan =
  | { readonly kind: 'usable'; readonly root: string; readonly source: FileSource; readonly classed: ClassedFiles }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Lists the files without decoding them. The caller closes a usable source. */
async function scan(settings: ImageFolderSettings, environment: TaskEnvironment): Promise<Scan> {
  const root = resolveSource(settings.path, environment);
  try {
    const source = await openSource(root);
    const classed = sortIntoClasses(source.entries);
    const issues = classIssues(classed, settings.size * settings.size * settings.channels);
    if (issues.length === 0) return { kind: 'usable', root, source, classed };
    source.close();
    return { kind: 'refused', issues };
  } catch (error) {
    if (!(error instanceof UnusableSourceError)) throw error;
    return { kind: 'refused', issues: [{ path: ['path'], code: 'unusable-path', message: error.message }] };
  }
}

const shapeOf = ({ size, channels }: ImageFolderSettings): ImageShape => [size, size, channels];
const testCountOf = (files: number, { testShare }: ImageFolderSettings) =>
  Math.min(files - 1, Math.max(1, Math.round(files * testShare)));

/** Splits what could be decoded: broken files must not empty the test set. */
function assemble(
  classed: ClassedFiles,
  { kept, ...decoded }: DecodedImages,
  settings: ImageFolderSettings,
): LoadedDataset {
  const labels = Int32Array.from(kept, (file) => classed.files[file]?.label ?? 0);
  const testCount = testCountOf(labels.length, settings);
  const sizes = { trainSize: labels.length - testCount, validationSize: testCount };
  const split = splitDataset(labels, { seed: `image-folder/${settings.seed}`, ...sizes });
  const bytes = settings.size * settings.size * settings.channels;
  const part = (indices: Int32Array): LabelledImages => {
    const images = new Uint8Array(indices.length * bytes);
    for (const [to, from] of indices.entries()) {
      images.set(decoded.pixels.subarray(from * bytes, (from + 1) * bytes), to * bytes);
    }
    return { images, labels: Int32Array.from(indices, (from) => labels[from] ?? 0) };
  };
  return {
    shape: shapeOf(settings),
    classNames: classed.classNames,
    train: part(split.train),
    test: part(split.validation),
    problems: [...classed.problems, ...decoded.problems],
  };
}

/** Broken images are left out, but one to train on and one to test on must remain. */
function assertReadable({ kept, problems }: DecodedImages, root: string): void {
  if (kept.length >= 2) return;
  const examples = problems.slice(0, 3).map(({ file, reason }) => `${file} ${reason}`);
  const found = kept.length === 0 ? 'no image' : 'only one image';
  throw new CambiumError('fix-input', `${found} in ${root} can be read: ${examples.join('; ')}`);
}

async function load(settings: ImageFolderSettings, environment: TaskEnvironment): Promise<LoadedDataset> {
  const scanned = await scan(settings, environment);
  if (scanned.kind === 'refused') throw refusedLoad(name, scanned.issues);
  const { root, source, classed } = scanned;
  try {
    const key = fingerprint(root, classed.files, settings);
    const cached = await readDecoded(key, environment);
    const decoded = cached ?? (await decodeImages(classed.files, source, settings));
    // A cache that can't be written (a full disk, say) costs time at the next load and nothing else.
    if (cached === undefined) await writeDecoded(key, decoded, environment).catch(() => undefined);
    assertReadable(decoded, root);
    return assemble(classed, decoded, settings);
  } finally {
    source.close();
  }
}

export const imageFolder = defineDataset({
  name,
  summary: 'Your own images: a folder or .zip file with one folder per class',
  licence: 'your own files',
  sourceUrl: null,
  settings: imageFolderSettings,
  async describe(settings, environment) {
    const scanned = await scan(settings, environment);
    if (scanned.kind === 'refused') return scanned;
    const { source, classed } = scanned;
    source.close();
    const testCount = testCountOf(classed.files.length, settings);
    return {
      kind: 'ready',
      shape: shapeOf(settings),
      classNames: classed.classNames,
      trainCount: classed.files.length - testCount,
      testCount,
    };
  },
  load,
  async revision(settings, environment) {
    const scanned = await scan(settings, environment);
    if (scanned.kind === 'refused') return 'refused';
    scanned.source.close();
    return fingerprint(scanned.root, scanned.classed.files, settings);
  },
});
