/**
 * `npm test`: sets up what is missing, then runs every test: Jest's (unit, ui, integration) and the browser's.
 *   npm test -- --only unit        one Jest project, or `e2e`
 *   npm test -- some/path          Jest tests under a path
 * Ends with one line, `N passed, N failed`, and exits 1 on any failure or on no test at all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDebianPackages, prepare, root } from './setup.mjs';

const args = process.argv.slice(2);
const onlyAt = args.indexOf('--only');
const only = onlyAt === -1 ? undefined : args.splice(onlyAt, 2)[1];
const results = mkdtempSync(path.join(os.tmpdir(), 'cambium-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function jest() {
  const file = path.join(results, 'jest.json');
  const selection = only === undefined ? [] : [`--selectProjects=${only}`];
  const paths = args.map((arg) => (arg.startsWith('-') ? arg : `--testPathPatterns=${arg}`));
  const run = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${file}`,
      '--reporters=default',
      '--forceExit',
      ...selection,
      ...paths,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (!existsSync(file)) {
    console.error(`Jest ended without a result (exit code ${run.status}).`);
    total.failed += 1;
    return;
  }
  const summary = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += summary.numPassedTests;
  // A suite that can't be loaded has no tests to count.
  total.failed += summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  total.skipped += summary.numPendingTests;
}

function browser() {
  if (!haveChromium) {
    console.error(
      'No Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH. Counted as one failure.',
    );
    total.failed += 1;
    return;
  }
  const file = path.join(results, 'playwright.json');
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file, CI: '1' },
  });
  if (!existsSync(file)) {
    console.error('Playwright ended without a result.');
    total.failed += 1;
    return;
  }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += stats.expected + stats.flaky;
  total.failed += stats.unexpected + errors.length;
  total.skipped += stats.skipped;
}

prepare();
// Before Jest: Chromium also brings the software Vulkan that the WebGPU backend is tested on.
const haveChromium =
  process.env.CHROMIUM_PATH !== undefined ||
  ensureDebianPackages(['chromium', 'fonts-liberation'], { present: '/usr/bin/chromium' });
if (only !== 'e2e') jest();
if (only === 'e2e' || (only === undefined && args.length === 0)) browser();
rmSync(results, { recursive: true, force: true });
if (total.skipped > 0) console.log(`${total.skipped} skipped, each with its reason above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
