import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { imageFolder } from './index.js';
import { imageFolderSettings } from './settings.js';

interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say its size is; the true one when absent. */
  readonly claimedBytes?: number;
}

/** A deflated zip archive (PKWARE APPNOTE 4.3), with names and sizes as wrong as the test wants them. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimedBytes = content.length } of entries) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(0x58210000, 6);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedBytes, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, end, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(entries.length, 4);
  tail.writeUInt16LE(entries.length, 6);
  tail.writeUInt32LE(central.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), tail]);
}

let dataDir = '';
let picture: Buffer;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'open-zip-'));
  picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
});
afterEach(() => rm(dataDir, { recursive: true }));

const settings = imageFolderSettings.parse({ path: 'set.zip', size: 8 });
const pictures = (...names: string[]): ZipEntry[] => names.map((name) => ({ name, content: picture }));
const folder = (name: string): ZipEntry => ({ name, content: new Uint8Array() });

async function put(entries: readonly ZipEntry[]): Promise<void> {
  await writeFile(path.join(dataDir, 'set.zip'), zipOf(entries));
}
const load = () => imageFolder.load(settings, { dataDir });
const issues = async () => {
  const description = await imageFolder.describe(settings, { dataDir });
  return description.kind === 'refused' ? description.issues : [];
};

describe('zip archives', () => {
  it('are read like folders', async () => {
    await put([folder('a/'), ...pictures('a/0.png', 'a/1.png', 'b/0.png', 'b/1.png'), folder('__MACOSX/a/._0.png')]);
    const { classNames, train, test, problems } = await load();
    expect(classNames).toEqual(['a', 'b']);
    expect(train.labels.length + test.labels.length).toBe(4);
    expect([...train.images.subarray(0, 3)]).toEqual([255, 0, 0]);
    expect(problems).toEqual([]);
  });

  it('may have one folder around everything', async () => {
    const inside = pictures('pets/a/0.png', 'pets/a/1.png', 'pets/b/0.png', 'pets/b/1.png');
    const others = [folder('pets/'), folder('pets/a/'), folder('pets/README.txt'), folder('__MACOSX/pets/._a')];
    await put([...others, ...inside]);
    const { classNames, problems } = await load();
    expect(classNames).toEqual(['a', 'b']);
    expect(problems).toEqual([{ file: 'README.txt', reason: 'is not in a class folder' }]);
  });

  it('leave out an entry that is broken or unpacks to more than it says', async () => {
    const bomb = { name: 'a/bomb.png', content: new Uint8Array(1_000_000), claimedBytes: 10 };
    const giant = { name: 'a/giant.png', content: new Uint8Array(10), claimedBytes: 4_000_000_000 };
    await put([...pictures('a/0.png', 'a/1.png', 'b/0.png', 'b/1.png'), bomb, giant]);
    const { train, test, problems } = await load();
    expect(train.labels.length + test.labels.length).toBe(4);
    expect(problems).toEqual([
      { file: 'a/giant.png', reason: 'has 3815 MiB, more than the 32 MiB that are read' },
      { file: 'a/bomb.png', reason: expect.stringMatching(/^can't be decoded: too many bytes in the stream/) },
    ]);
  });

  it.each(['../out/0.png', '/etc/0.png', 'a/../../0.png', 'C:/0.png'])(
    'are refused when a name leads out: %s',
    async (name) => {
      await put([...pictures('a/0.png', 'a/1.png', 'b/0.png', 'b/1.png'), ...pictures(name)]);
      expect(await issues()).toEqual([
        { path: ['path'], code: 'unusable-path', message: expect.stringMatching(/set\.zip can't be used: .*path.*: /) },
      ]);
    },
  );

  it('are refused when they are none, and when they are cut off', async () => {
    await writeFile(path.join(dataDir, 'set.zip'), 'no archive');
    expect((await issues())[0]?.message).toMatch(/set\.zip is not a zip archive that can be read/);
    const whole = zipOf(pictures('a/0.png', 'a/1.png'));
    await writeFile(path.join(dataDir, 'set.zip'), whole.subarray(0, whole.length - 30));
    expect((await issues())[0]?.message).toMatch(/set\.zip is not a zip archive that can be read/);
  });
});
