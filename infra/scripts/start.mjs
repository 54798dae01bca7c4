/** `npm start`: sets up what is missing, then runs `cambium start` with the same arguments. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepare, root } from './setup.mjs';

prepare();

const child = spawn(process.execPath, [path.join(root, 'apps/cli/bin/cambium.js'), 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 0));
