import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { childFailure } from './child-failure.js';

/** Why a Node process that runs this script fails. */
async function failure(script: string, options: { timeout?: number } = {}): Promise<string> {
  const error = await promisify(execFile)(process.execPath, ['-e', script], options).catch((reason) => reason);
  return childFailure(error);
}

it('gives the error that ended the child, not the version of Node that follows it', async () => {
  expect(await failure('throw new Error("libvulkan.so.1: no such file")')).toBe('Error: libvulkan.so.1: no such file');
  expect(await failure('require("./no-such.node")')).toMatch(/^Error: Cannot find module/);
});

it('names the signal of a child that a driver aborted', async () => {
  expect(await failure('console.error("in the driver"); process.kill(process.pid, "SIGSEGV")')).toBe(
    'it was ended by SIGSEGV',
  );
});

it('says that it took too long', async () => {
  expect(await failure('setTimeout(() => {}, 9000)', { timeout: 100 })).toBe('it took too long');
});

it('gives the last line of one that just ends, and the message of what was no child', async () => {
  expect(await failure('console.error("no device\\n"); process.exit(3)')).toBe('no device');
  expect(childFailure(new SyntaxError('Unexpected end of JSON input'))).toBe('Unexpected end of JSON input');
});
