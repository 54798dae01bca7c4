import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { CambiumError } from '@cambium/core';

/** An array of uint8 as the MNIST family of data sets stores it. */
export interface IdxArray {
  readonly dimensions: readonly number[];
  readonly body: Uint8Array;
}

/**
 * Parses the IDX format (Y. LeCun, the MNIST page): two zero bytes, type 8 (uint8), rank, big-endian sizes, bytes.
 * @throws CambiumError `fix-input` when it is something else or cut off.
 */
export function parseIdx(bytes: Buffer, name: string): IdxArray {
  const wrong = (why: string) => new CambiumError('fix-input', `${name} is not a usable IDX file: ${why}`);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0 || bytes[2] !== 8) throw wrong('it does not start as one');
  const rank = bytes.readUInt8(3);
  const start = 4 + 4 * rank;
  if (bytes.length < start) throw wrong('its header is cut off');
  const dimensions = Array.from({ length: rank }, (_, i) => bytes.readUInt32BE(4 + 4 * i));
  const expected = dimensions.reduce((product, size) => product * size, 1);
  if (bytes.length - start !== expected) {
    throw wrong(`${dimensions.join('×')} bytes were expected after the header, ${bytes.length - start} found`);
  }
  return { dimensions, body: new Uint8Array(bytes.buffer, bytes.byteOffset + start, expected) };
}

/** Reads a gzipped IDX file. @throws CambiumError `fix-input` when it is damaged. */
export async function readIdxFile(file: string): Promise<IdxArray> {
  const packed = await readFile(file);
  let bytes: Buffer;
  try {
    bytes = await promisify(gunzip)(packed);
  } catch (cause) {
    throw new CambiumError('fix-input', `${file} is damaged: it can't be unpacked. Fetch or install it again`, {
      cause,
    });
  }
  return parseIdx(bytes, file);
}
