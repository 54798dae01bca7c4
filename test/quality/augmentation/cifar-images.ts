import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const side = 32;

/** 4,000 images of CIFAR-10, one in each row of a few tall pictures, as a folder with one folder for each class. */
export async function writeCifarImages(source: string, target: string): Promise<void> {
  // Renamed when it is whole: a folder that is there has all images.
  const partial = `${target}.partial`;
  const labels = JSON.parse(await readFile(path.join(source, 'labels.json'), 'utf8')) as number[];
  let index = 0;
  for (let file = 0; index < labels.length; file++) {
    const { data, info } = await sharp(path.join(source, `cifar_${file}.png`))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const bytes = info.width * 3;
    for (let row = 0; row < info.height && index < labels.length; row++, index++) {
      const folder = path.join(partial, `class-${labels[index]}`);
      await mkdir(folder, { recursive: true });
      const image = sharp(data.subarray(row * bytes, (row + 1) * bytes), {
        raw: { width: side, height: side, channels: 3 },
      });
      await writeFile(path.join(folder, `${String(index).padStart(4, '0')}.png`), await image.png().toBuffer());
    }
  }
  await rename(partial, target);
}
