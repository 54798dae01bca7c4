import { expect, it } from '@jest/globals';
import { runCommand } from './run-command.mjs';

const node = (code: string) => runCommand(process.execPath, ['-e', code]);

it('gives what the program wrote', async () => {
  expect(await node('console.log(1); console.error(2)')).toMatch(/1\n2\n|2\n1\n/);
});

it('says why a program failed, not where Node printed it', async () => {
  await expect(node("throw new Error('no route to the host')")).rejects.toThrow(/code 1: Error: no route to the host$/);
});

it('gives the last lines where none is an error', async () => {
  await expect(node("console.log('it broke'); process.exit(3)")).rejects.toThrow(/code 3: it broke$/);
});
