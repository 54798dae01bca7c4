import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cambium-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that writes when it has the lock and when it lets go of it. */
async function work(): Promise<void> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { takeLock } from ${JSON.stringify(path.join(import.meta.dirname, 'setup-lock.mjs'))};
    const release = takeLock('lock', () => {});
    appendFileSync('order', 'in ');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    appendFileSync('order', 'out ');
    release();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder, stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([0, null]);
}

it('lets one process in at a time, also after one that was killed inside', async () => {
  const killed = spawn(process.execPath, ['--eval', '']);
  await once(killed, 'exit');
  writeFileSync(path.join(folder, 'lock'), String(killed.pid));
  await Promise.all([work(), work(), work(), work()]);
  expect(readFileSync(path.join(folder, 'order'), 'utf8')).toBe('in out '.repeat(4));
  expect(existsSync(path.join(folder, 'lock'))).toBe(false);
});
