import path from 'node:path';
import { expect, it } from '@jest/globals';
import { sourceDigest as digestOf } from '../../../kernels/source-digest.mjs';
import { sourceDigest } from './simd-binary.gen.js';

it('was compiled from the kernels beside it; else run: npm run kernels --workspace @cambium/engine', () => {
  expect(sourceDigest).toBe(digestOf(path.join(import.meta.dirname, '../../../kernels')));
});
