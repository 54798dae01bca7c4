import sharp from 'sharp';
import type { DatasetProblem } from '../../dataset.js';
import type { FileSource } from './file-source.js';
import { limits } from './limits.js';
import type { ImageFolderSettings } from './settings.js';
import type { ClassedFile } from './sort-into-classes.js';

export type ImageForm = Pick<ImageFolderSettings, 'size' | 'channels' | 'fit'>;

export interface DecodedImages {
  /** For each image, its index in the list of files, ascending. */
  readonly kept: readonly number[];
  /** The kept images, one after the other. */
  readonly pixels: Uint8Array;
  /** Files that could not be decoded. */
  readonly problems: readonly DatasetProblem[];
}

/** Files read and decoded at a time: bounds memory to this many unpacked images. */
const concurrency = 4;

/** Decodes all files that can be decoded. Never rejects for a broken one. */
export async function decodeImages(
  files: readonly ClassedFile[],
  source: FileSource,
  form: ImageForm,
): Promise<DecodedImages> {
  const bytes = form.size * form.size * form.channels;
  const all = new Uint8Array(files.length * bytes);
  const reasons = new Map<number, string>();
  let next = 0;
  const decodeSome = async () => {
    for (let index = next++; index < files.length; index = next++) {
      const { entry } = files[index]!; // next stays below the length
      try {
        all.set(await decodeImage(await source.read(entry), form), index * bytes);
      } catch (error) {
        reasons.set(index, `can't be decoded: ${firstLine(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, decodeSome));
  const kept = [...files.keys()].filter((index) => !reasons.has(index));
  for (const [to, from] of kept.entries()) all.copyWithin(to * bytes, from * bytes, (from + 1) * bytes);
  const problems = [...reasons].map(([index, reason]) => ({ file: files[index]?.entry.name ?? '', reason }));
  return {
    kept,
    pixels: all.subarray(0, kept.length * bytes),
    problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** Upright (by the camera's mark), on black where transparent, resized, 8 bits, the wanted channels. */
async function decodeImage(file: Uint8Array, { size, channels, fit }: ImageForm): Promise<Uint8Array> {
  const { data, info } = await sharp(file, { limitInputPixels: limits.imagePixels, failOn: 'error' })
    .rotate()
    .flatten({ background: '#000' })
    .resize(size, size, { fit, background: '#000' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== channels) throw new Error(`it has ${info.channels} channels and not ${channels}`);
  return data;
}

function firstLine(error: unknown): string {
  const [line] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line ?? '';
}
