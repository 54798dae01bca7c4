import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const cambium = path.resolve(import.meta.dirname, '../../../apps/cli/bin/cambium.js');

/** `cambium runner` as `cambium start` runs it, of a server that is away, once it asks for work. */
async function startRunner(): Promise<ChildProcess> {
  const env = { ...process.env, NODE_OPTIONS: '', CAMBIUM_SKIP_BUILD: '1', CAMBIUM_URL: 'http://127.0.0.1:9' };
  const child = fork(cambium, ['runner'], { env: { ...env, CAMBIUM_TOKEN: 'cmb_x' }, silent: true, execArgv: [] });
  await new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes("can't be reached") && resolve());
  });
  return child;
}

it.each([
  ['SIGTERM', (child: ChildProcess) => child.kill('SIGTERM')],
  ['the end of its parent', (child: ChildProcess) => child.disconnect()],
])('cambium runner ends by itself after %s', async (_, stop) => {
  const child = await startRunner();
  const exit = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  stop(child);
  expect(await exit).toBe(0);
  clearTimeout(killer);
});
