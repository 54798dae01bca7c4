import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { isImageName, isJunk } from './file-names.js';
import { type FileSource, type SourceEntry, UnusableSourceError } from './file-source.js';
import { limits } from './limits.js';

/**
 * Reads the directory of an archive. Nothing is ever unpacked to disk; names that lead out of the archive (`../x`,
 * `/etc/x`) make the whole archive unusable, and yauzl stops an entry that unpacks to more than it declares.
 */
export async function openZip(file: string): Promise<FileSource> {
  const { mtimeMs } = await stat(file);
  const zip = await openArchive(file);
  try {
    const found = await readDirectory(zip, file);
    const names = withoutWrapper(found.map((entry) => entry.fileName));
    const byEntry = new Map(found.map((entry, i) => [describeEntry(entry, names[i] ?? '', mtimeMs), entry]));
    return {
      entries: [...byEntry.keys()],
      read: (entry) => readEntry(zip, byEntry.get(entry)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openArchive(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (!error && zip !== undefined) resolve(zip);
      else reject(new UnusableSourceError(`${file} is not a zip archive that can be read: ${error?.message ?? ''}`));
    });
  });
}

function readDirectory(zip: ZipFile, file: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length <= limits.entries) zip.readEntry();
      else
        reject(new UnusableSourceError(`${file} has more than ${limits.entries} entries, the most that can be used`));
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(new UnusableSourceError(`${file} can't be used: ${error.message}`)));
    zip.readEntry();
  });
}

/** `modified` is the archive's: tools may give entries any time. */
function describeEntry(entry: Entry, name: string, modified: number): SourceEntry {
  return { name: name.replace(/\/$/, ''), isFolder: name.endsWith('/'), bytes: entry.uncompressedSize, modified };
}

/** Archives are often made of a folder around the data: `pets/cats/1.png`. Leaves that folder out of the names. */
function withoutWrapper(names: readonly string[]): readonly string[] {
  const real = names.filter((name) => !isJunk(name));
  const wrapper = `${real[0]?.split('/')[0]}/`;
  const images = real.filter(isImageName);
  const wraps =
    images.length > 0 &&
    real.every((name) => name.startsWith(wrapper)) &&
    images.every((name) => name.split('/').length > 2);
  if (!wraps) return names;
  // The wrapper's own entry becomes `./`, which counts as hidden.
  return names.map((name) => (name === wrapper ? './' : name.startsWith(wrapper) ? name.slice(wrapper.length) : name));
}

async function readEntry(zip: ZipFile, entry: Entry | undefined): Promise<Uint8Array> {
  if (entry === undefined) throw new Error('the entry is of another archive');
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  return buffer(stream);
}
