/** `.ci/run`: the README's test command, then each check. Ends with `N passed, N failed` over all that ran. */
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

let passed = 0;
let failed = 0;

/** Runs a command with its output shown; resolves to its exit code and the last line that it printed. */
function shown(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let tail = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      tail = (tail + chunk).slice(-4096);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, lastLine: tail.trimEnd().split('\n').at(-1) ?? '' }));
  });
}

async function check(name, command, args) {
  console.log(`\n── ${name}: ${command} ${args.join(' ')}`);
  const { code } = await shown(command, args);
  if (code === 0) passed += 1;
  else failed += 1;
  console.log(code === 0 ? `── ${name}: ok` : `── ${name}: FAILED (exit code ${code})`);
}

console.log('── tests: npm test');
const test = await shown('npm', ['test', '--silent']);
const counts = /^(\d+) passed, (\d+) failed$/.exec(test.lastLine);
passed += Number(counts?.[1] ?? 0);
failed += Number(counts?.[2] ?? 1);
if (counts === null) console.log(`── tests: no summary line; npm test ended with "${test.lastLine}"`);
const nothingTested = Number(counts?.[1] ?? 0) === 0;

await check('lint', 'npx', ['--no-install', 'oxlint', '--deny-warnings']);
await check('format', 'npx', ['--no-install', 'biome', 'ci', '.']);
await check('house', 'node', ['infra/scripts/check-house.mjs']);
await check('types', 'npm', ['run', '--silent', 'typecheck']);
await check('build', 'npx', ['--no-install', 'turbo', 'run', 'build', '--output-logs=errors-only']);
await check('generated files', 'node', ['infra/scripts/check-generated.mjs']);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || nothingTested ? 1 : 0);
