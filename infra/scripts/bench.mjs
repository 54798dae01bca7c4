/**
 * `npm run bench -- <name>`. The benchmarks of searchers are TypeScript under test/quality, and measure the built packages:
 * what ships. All others are the command's own (`cambium bench`).
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, ensureInstalled } from './setup.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const ofSearchers = ['quality', 'ask-tell', 'nas', 'one-shot', 'collapse', 'augmentation', 'joint'];
const args = process.argv.slice(2);

ensureInstalled();
ensureBuilt();
const command = ofSearchers.includes(args[0])
  ? ['--import', 'tsx', path.join(root, 'test/quality/main.ts'), ...args]
  : [path.join(root, 'apps/cli/bin/cambium.js'), 'bench', ...args];
const { status, signal } = spawnSync(process.execPath, command, { stdio: 'inherit' });
if (signal !== null) process.kill(process.pid, signal);
process.exit(status ?? 1);
