import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { until } from '../../support/search-client.js';
import { isAlive } from './support/runner-bench.js';

it('a worker process ends, in the middle of a trial, after kill -9 of its runner', async () => {
  const program = path.join(import.meta.dirname, 'support/runner-process.ts');
  const env = { ...process.env, NODE_OPTIONS: '' };
  const runner = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const worker = await new Promise<number>((resolve, reject) => {
    runner.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    runner.once('exit', (code) => reject(new Error(`the runner ended with exit code ${code}`)));
  });
  try {
    expect(isAlive(worker)).toBe(true);
    runner.kill('SIGKILL');
    await until(
      async () => isAlive(worker),
      (alive) => !alive,
      10_000,
    );
  } finally {
    if (isAlive(worker)) process.kill(worker, 'SIGKILL');
  }
});
