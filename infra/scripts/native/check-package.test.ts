import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { checkPackage } from './check-package.mjs';

const folder = path.resolve(import.meta.dirname, '../../../node_modules/@tensorflow/tfjs-node');
const installed = existsSync(path.join(folder, 'deps/lib'));
const withNative = installed ? it : it.skip;
if (!installed) console.warn('the check of a native package is not tested: "npm run setup:native" brings one');

it('refuses a folder without a library', async () => {
  expect(await checkPackage(import.meta.dirname)).toBe('it has no native library');
});

withNative(
  'takes a package that computes on the CPU, but not for a GPU',
  async () => {
    expect(await checkPackage(folder)).toBeUndefined();
    expect(await checkPackage(folder, { gpu: true })).toMatch(/^it computes on the CPU: ./);
  },
  60_000,
);
