import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { findNativePackage } from '../backends/native/find-package.js';
import { bytesField, floatField, varintField } from './saved-model/protobuf.js';

const found = findNativePackage();
const withNative = found.kind === 'found' ? it : it.skip;
if (found.kind === 'missing') console.warn(`TensorFlow does not read the SavedModel here: ${found.reason}`);

withNative(
  'TensorFlow reads the SavedModel and predicts the same; training on it learns and leaves no tensor',
  async () => {
    const script = path.join(import.meta.dirname, '../testing/saved-model-process.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', '--import', 'tsx', script]);
    const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { accuracy: number };
    expect(report).toMatchObject({ same: true, sameCells: true, tensors: 0 });
    expect(report.accuracy).toBeGreaterThan(0.9);
  },
  60_000,
);

// Vectors from the encoding guide of Protocol Buffers.
describe('protobuf', () => {
  it('writes varints', () => {
    expect([...varintField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...varintField(1, -2)]).toEqual([0x08, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]);
  });

  it('writes strings and floats', () => {
    expect([...bytesField(2, 'testing')]).toEqual([0x12, 0x07, ...Buffer.from('testing')]);
    expect([...floatField(4, 1)]).toEqual([0x25, 0, 0, 0x80, 0x3f]);
  });
});
