import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { DatasetDescription } from '../../dataset.js';
import { imageFolder } from './index.js';
import { imageFolderSettings } from './settings.js';

let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'image-folder-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const plain = (background: string, width = 9, height = 9) =>
  sharp({ create: { width, height, channels: 4, background } });

async function put(name: string, content: Uint8Array | string): Promise<void> {
  await mkdir(path.dirname(path.join(dataDir, name)), { recursive: true });
  await writeFile(path.join(dataDir, name), content);
}

async function putClasses(counts: Record<string, number>): Promise<void> {
  const picture = await plain('#ff0000').png().toBuffer();
  for (const [name, count] of Object.entries(counts)) {
    for (let i = 0; i < count; i++) await put(`set/${name}/${i}.png`, picture);
  }
}

const settingsOf = (more: object = {}) => imageFolderSettings.parse({ path: 'set', size: 8, ...more });
const load = (more?: object) => imageFolder.load(settingsOf(more), { dataDir });
const describeIt = (more?: object) => imageFolder.describe(settingsOf(more), { dataDir });
const issuesOf = (description: DatasetDescription) => (description.kind === 'refused' ? description.issues : []);

describe('reading images', () => {
  it('decodes every format, gray and transparent ones, to the wanted channels', async () => {
    await putClasses({ a: 2, b: 2 });
    const red = plain('#ff0000');
    await put('set/a/x.jpg', await red.clone().flatten().jpeg({ quality: 100 }).toBuffer());
    await put('set/a/x.webp', await red.clone().webp({ lossless: true }).toBuffer());
    await put('set/a/x.gif', await red.clone().gif().toBuffer());
    await put('set/a/x.tiff', await red.clone().tiff().toBuffer());
    await put('set/b/gray.png', await plain('#808080').toColourspace('b-w').png().toBuffer());
    await put('set/b/clear.png', await plain('#ffffff00').png().toBuffer());
    const color = await load({ testShare: 0.1 });
    expect(color.problems).toEqual([]);
    const pixels = [...color.train.images, ...color.test.images];
    const firsts = Array.from({ length: 10 }, (_, i) => pixels.slice(i * 192, i * 192 + 3).join());
    const reds = firsts.filter((pixel) => /^25[345],[012],[012]$/.test(pixel));
    expect(reds.length).toBe(8);
    expect(firsts.filter((pixel) => !reds.includes(pixel)).sort()).toEqual(['0,0,0', '128,128,128']);
    const gray = await load({ testShare: 0.1, channels: 1 });
    expect(gray.shape).toEqual([8, 8, 1]);
    expect(gray.train.images.length + gray.test.images.length).toBe(10 * 64);
  });

  it('turns pictures upright by the mark of the camera', async () => {
    const leftWhite = await plain('#000000', 8, 8)
      .composite([{ input: await plain('#ffffff', 4, 8).png().toBuffer(), left: 0, top: 0 }])
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    for (const name of ['set/a/0.png', 'set/a/1.png', 'set/b/0.png', 'set/b/1.png']) await put(name, leftWhite);
    const { train } = await load({ channels: 1 });
    // Orientation 6: turned by 90° clockwise, so that the left half is on top.
    expect([...train.images.subarray(0, 64)]).toEqual([...Array(32).fill(255), ...Array(32).fill(0)]);
  });

  it('counts and names broken images and goes on', async () => {
    await putClasses({ a: 5, b: 5 });
    const good = await plain('#123456', 60, 60).png().toBuffer();
    await put('set/a/cut-off.png', good.subarray(0, good.length / 2));
    await put('set/a/empty.jpg', '');
    await put('set/b/text.png', 'this is no picture');
    await put('set/b/readme.txt', 'hello');
    await put('set/top.png', good);
    await put('set/b/nested/deep.png', good);
    await symlink('/nowhere/at-all.png', path.join(dataDir, 'set/a/dangling.png'));
    const { train, test, problems } = await load();
    expect(train.labels.length + test.labels.length).toBe(10);
    expect(problems.map(({ file }) => file).sort()).toEqual([
      'a/cut-off.png',
      'a/dangling.png',
      'a/empty.jpg',
      'b/readme.txt',
      'b/text.png',
      'top.png',
    ]);
    const reasons = Object.fromEntries(problems.map(({ file, reason }) => [file, reason]));
    expect(reasons['b/text.png']).toMatch(/^can't be decoded: /);
    expect(reasons['b/readme.txt']).toBe('is not a png, jpeg, webp, gif, tiff or avif file');
    expect(reasons['top.png']).toBe('is not in a class folder');
  });

  it('does not see what macOS and Windows leave behind', async () => {
    await putClasses({ a: 3, b: 3 });
    for (const name of ['.DS_Store', '__MACOSX/._0.png', 'a/.DS_Store', 'a/._0.png', 'b/Thumbs.db']) {
      await put(`set/${name}`, 'junk');
    }
    const loaded = await load();
    expect(loaded.classNames).toEqual(['a', 'b']);
    expect(loaded.problems).toEqual([]);
  });

  it('leaves out files that are too large, by name', async () => {
    await putClasses({ a: 3, b: 3 });
    await put('set/a/huge.png', new Uint8Array(32 * 2 ** 20 + 1));
    expect((await load()).problems).toEqual([
      { file: 'a/huge.png', reason: 'has 32 MiB, more than the 32 MiB that are read' },
    ]);
  });
});

describe('the test split', () => {
  it('is drawn from each class, of the images that can be read', async () => {
    await putClasses({ a: 10, b: 20 });
    const whole = await load();
    const counts = [0, 1].map((label) => whole.test.labels.filter((other) => other === label).length);
    expect(counts).toEqual([2, 4]);
    for (let i = 1; i < 10; i++) await put(`set/a/${i}.png`, 'broken');
    const broken = await load();
    expect([broken.train.labels.length, broken.test.labels.length]).toEqual([17, 4]);
    expect(broken.problems.length).toBe(9);
  });

  it('differs with another seed', async () => {
    for (let i = 0; i < 12; i++) {
      const picture = await plain(`#0000${(20 * i).toString(16).padStart(2, '0')}`)
        .png()
        .toBuffer();
      await put(`set/${i % 2 === 0 ? 'even' : 'odd'}/${i}.png`, picture);
    }
    const blues = async (seed: number) => (await load({ seed })).test.images.filter((_, i) => i % 192 === 2).join();
    expect(await blues(0)).toBe(await blues(0));
    expect(await blues(0)).not.toBe(await blues(1));
  });
});

describe('what is refused, before anything is decoded', () => {
  const refused = async (code: string, message: RegExp, more?: object) => {
    const issues = issuesOf(await describeIt(more));
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(issues[0]?.message).toMatch(message);
    await expect(load(more)).rejects.toMatchObject({ code: 'fix-input', issues });
  };

  it('a path that is not there', () => refused('unusable-path', /there is no .*\/set: give the path of a folder or/));

  it('a file that is no archive', async () => {
    await put('set', 'text');
    await refused('unusable-path', /neither a folder nor a \.zip file/);
  });

  it('no folders, or no images in them', async () => {
    await put('set/0.png', 'x');
    await refused('no-images', /the path has no folders\. It must hold one folder per class/);
    await put('set/train/cats/0.png', 'x');
    await refused('no-images', /has no images in its folders/);
  });

  it('one class', async () => {
    await putClasses({ only: 4 });
    await refused('one-class', /only one class folder, "only"/);
  });

  it('classes that are empty or have one image', async () => {
    await putClasses({ a: 4, b: 4, single: 1 });
    await mkdir(path.join(dataDir, 'set/void'));
    await refused('empty-class', /no image or only one: "single", "void"/);
  });

  it('images none of which can be read, when they are loaded', async () => {
    for (const name of ['a/0', 'a/1', 'b/0', 'b/1']) await put(`set/${name}.png`, 'x');
    expect((await describeIt()).kind).toBe('ready');
    await expect(load()).rejects.toThrow(/no image in .*set can be read: a\/0\.png can't be decoded/);
  });
});

describe('the cache of decoded images', () => {
  const cached = () => readdir(path.join(dataDir, 'cache/image-folder'));

  it('is used again, survives damage, and notices changed files', async () => {
    await putClasses({ a: 3, b: 3 });
    const first = await load();
    const [file] = await cached();
    expect(await cached()).toHaveLength(1);
    // Other settings make the process forget its own copy, and another test share reads the same decoded images.
    await load({ testShare: 0.5 });
    await load({ testShare: 0.4 });
    expect(await cached()).toEqual([file]);
    const again = await load();
    expect(again).not.toBe(first);
    expect(again).toEqual(first);

    await writeFile(path.join(dataDir, 'cache/image-folder', file ?? ''), '{"kept":[0],"problems":[],"bytes":99}\nxx');
    await load({ testShare: 0.5 });
    await load({ testShare: 0.4 });
    expect(await load()).toEqual(first);

    await put('set/a/0.png', await plain('#00ff00').png().toBuffer());
    await utimes(path.join(dataDir, 'set/a/0.png'), 1, 1);
    expect(await load()).not.toEqual(first);
    expect(await cached()).toHaveLength(2);
  });
});
