/**
 * Brings a checkout to the point where its code can run: npm packages, Debian packages, build. Needs Node and npm only.
 * Every step is skipped when it is done already.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { takeLock } from './setup-lock.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
const quiet = { TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };

const cache = path.join(root, 'node_modules/.cache/cambium');

export class SetupError extends Error {}

/** Runs a command in the checkout; its output is shown only when it fails, or when `show` is set. */
export function run(command, args, { show = false, env = {}, what }) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: show ? 'inherit' : 'pipe',
    env: { ...process.env, ...quiet, ...env },
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    const output = show ? '' : `\n${result.stdout ?? ''}${result.stderr ?? ''}`;
    throw new SetupError(
      `${what} failed (${command} ${args.join(' ')}).${result.error ? ` ${result.error.message}` : ''}${output}`,
    );
  }
  return result.stdout ?? '';
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(
      `Cambium needs Node.js 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org`,
    );
  }
}

/** `npm install` when there is no node_modules or the lock file has changed since the last one. */
export function ensureInstalled(say = console.error) {
  const lockDigest = () =>
    createHash('sha256')
      .update(readFileSync(path.join(root, 'package-lock.json')))
      .digest('hex');
  const stamp = path.join(root, 'node_modules/.cambium-lock');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockDigest();
  once(isInstalled, say, () => {
    say('Installing npm packages (once, one to three minutes) …');
    run('npm', ['install', '--no-audit', '--no-fund'], { what: 'Installing npm packages' });
    // npm may have completed the lock file for this platform: remember what it is now.
    writeFileSync(stamp, lockDigest());
  });
}

/** Builds what is not built yet, or out of date. `filters` are turbo's, e.g. `cambium...`. */
export function ensureBuilt({ filters = [], say = console.error } = {}) {
  const stamp = path.join(cache, `built-${filters.join('-').replace(/[^a-z-]/g, '') || 'all'}`);
  const isBuilt = () => existsSync(stamp) && newest() < statSync(stamp).mtimeMs;
  once(isBuilt, say, () => {
    say('Building (a minute or two the first time) …');
    const startedAt = new Date();
    const selection = filters.map((filter) => `--filter=${filter}`);
    run('npx', ['--no-install', 'turbo', 'run', 'build', '--output-logs=errors-only', ...selection], {
      what: 'The build',
    });
    writeFileSync(stamp, '');
    // What changes during the build is newer.
    utimesSync(stamp, startedAt, startedAt);
  });
}

/** Does the work unless it is done; of several commands that are started at once one does it and the others wait. */
function once(isDone, say, work) {
  if (isDone()) return;
  mkdirSync(cache, { recursive: true });
  const release = takeLock(path.join(cache, 'setup.lock'), say);
  try {
    if (!isDone()) work();
  } finally {
    release();
  }
}

/** What a build writes beside the sources. */
const written = new Set(['node_modules', 'dist', 'next-env.d.ts']);

/** Modification time of the newest source file. */
function newest() {
  let newestMs = 0;
  const visit = (folder) => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (written.has(item.name) || item.name.startsWith('.')) continue;
      const file = path.join(folder, item.name);
      if (item.isDirectory()) visit(file);
      else newestMs = Math.max(newestMs, statSync(file).mtimeMs);
    }
  };
  visit(path.join(root, 'packages'));
  visit(path.join(root, 'apps'));
  return newestMs;
}

/** Installs a Debian package unless `present` is there. Needs root or password-less sudo. */
export function ensureDebianPackages(packages, { present, say = console.error }) {
  if (existsSync(present)) return true;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return spawnSync(command, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });
  };
  say(`Installing ${packages.join(', ')} from Debian …`);
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  let result = install();
  if (result.status !== 0) {
    apt('update', '-qq');
    result = install();
  }
  if (result.status !== 0)
    say(`Could not install ${packages.join(', ')}: ${(result.stderr || result.error?.message || '').trim()}`);
  return existsSync(present);
}

/** Everything that a command needs, or one clear message and exit code 1. */
export function prepare() {
  try {
    requireNode();
    ensureInstalled();
    ensureBuilt();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
