import { createHash } from 'node:crypto';
import { CambiumError } from '@cambium/core';

/** A run between two epochs: enough to go on exactly as if it had not stopped. */
export interface Checkpoint {
  readonly header: CheckpointHeader;
  /** Every weight of the model in its order, batch norm's moving statistics included. */
  readonly weights: readonly Float32Array[];
  readonly slots: readonly Float32Array[];
  /** The mean of the weights, where the procedure keeps one. */
  readonly average?: Float32Array;
}

export interface CheckpointHeader {
  /** Finished epochs. */
  readonly epoch: number;
  readonly optimizer: string;
  /** Says which run this belongs to: hash of seed, graph, schedule's span and data sizes. */
  readonly run: string;
}

interface StoredHeader extends CheckpointHeader {
  readonly version: 1;
  readonly weightLengths: readonly number[];
  readonly slotLengths: readonly number[];
  /** Absent where there is no average. */
  readonly averageLength?: number;
}

const magic = 'CAMBIUM1';

/** Layout: `CAMBIUM1`, header length (uint32, little-endian), header as JSON, float32 values (little-endian). */
export function encodeCheckpoint({ header, weights, slots, average }: Checkpoint): Uint8Array {
  const stored: StoredHeader = {
    version: 1,
    ...header,
    weightLengths: weights.map(({ length }) => length),
    slotLengths: slots.map(({ length }) => length),
    ...(average === undefined ? {} : { averageLength: average.length }),
  };
  const json = Buffer.from(JSON.stringify(stored));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const parts = [...weights, ...slots, ...(average === undefined ? [] : [average])];
  const values = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  return new Uint8Array(Buffer.concat([Buffer.from(magic), length, json, ...values]));
}

/** @throws CambiumError `fix-input` when the bytes are no checkpoint or are cut short. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < magic.length + 4 || buffer.toString('latin1', 0, magic.length) !== magic) {
    throw new CambiumError('fix-input', 'resume: these bytes are no checkpoint of a training run');
  }
  const start = magic.length + 4;
  const end = start + buffer.readUInt32LE(magic.length);
  const {
    version: _,
    weightLengths,
    slotLengths,
    averageLength,
    ...header
  } = JSON.parse(buffer.toString('utf8', start, end)) as StoredHeader;
  const total = [...weightLengths, ...slotLengths, averageLength ?? 0].reduce((sum, length) => sum + length, 0);
  if (buffer.length !== end + total * 4) throw new CambiumError('fix-input', 'resume: the checkpoint is cut short');
  let at = end;
  const take = (length: number) => {
    // A copy, because float32 views must start at a multiple of 4.
    const values = new Float32Array(new Uint8Array(buffer.subarray(at, at + length * 4)).buffer);
    at += length * 4;
    return values;
  };
  const [weights, slots] = [weightLengths.map(take), slotLengths.map(take)];
  return { header, weights, slots, ...(averageLength === undefined ? {} : { average: take(averageLength) }) };
}

/** Names a run by what may not change in its course. */
export function runIdentity(parts: object): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
