import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';

export type OpenFile = (file: string) => Promise<FileHandle>;

export const openNew: OpenFile = (file) => open(file, 'wx');

export interface TemporaryFile {
  readonly file: string;
  readonly digest: string;
  readonly bytes: number;
}

/** Writes content to a new file, safe on the disk when it resolves. When it rejects the file is gone again. */
export async function writeTemporary(
  folder: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  openFile: OpenFile,
): Promise<TemporaryFile> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const handle = await openFile(file);
    try {
      for await (const piece of pieces(content)) {
        hash.update(piece);
        bytes += piece.byteLength;
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    await unlink(file).catch(() => undefined);
    throw cause;
  }
  return { file, digest: `sha256:${hash.digest('hex')}`, bytes };
}

async function* pieces(content: Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else yield* content;
}
