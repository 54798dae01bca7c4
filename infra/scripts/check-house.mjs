/**
 * Checks that imports go one way, that there is no cycle, and that the pure packages are pure. First it checks itself:
 * a canary with one forbidden import, one cycle and one impure call must be reported, or the check fails.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const canary = path.join(root, 'infra/house/canary');
const rules = path.join(root, 'infra/house/dependency-rules.cjs');
const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const typescript6 = path.join(root, 'infra/house/typescript6.mjs');

const purePackages = ['core', 'spaces', 'search', 'augment', 'experiments'];
const impure =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bset(Timeout|Interval|Immediate)\b|(?<!-)\bprocess\.|from 'node:/;

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.tsx?$/.test(item.name) && !/\.test\.tsx?$/.test(item.name))
    .map((item) => path.join(item.parentPath, item.name));
}

function importViolations(folder) {
  const folders = ['packages', 'apps'].filter((name) => readdirSync(folder).includes(name));
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      typescript6,
      depcruise,
      '--config',
      rules,
      '--output-type',
      'json',
      ...folders.map((name) => `${name}/*/src`),
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, shell: false },
  );
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${run.stderr}${run.stdout}`);
  const { summary } = JSON.parse(run.stdout);
  return {
    cruised: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

function purityViolations(folder) {
  return purePackages.flatMap((name) => {
    const source = path.join(folder, 'packages', name, 'src');
    let files = [];
    try {
      files = sources(source);
    } catch {
      return [];
    }
    return files
      .filter((file) => !file.includes('/testing/'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, i) =>
            impure.test(line.replace(/^\s*(\/\/|\*|\/\*).*$/, ''))
              ? [`impure: ${path.relative(folder, file)}:${i + 1}: ${line.trim()}`]
              : [],
          ),
      );
  });
}

function environmentViolations(folder) {
  return ['packages', 'apps'].flatMap((kind) =>
    readdirSync(path.join(folder, kind)).flatMap((name) => {
      const source = path.join(folder, kind, name, 'src');
      return sources(source)
        .filter((file) => !(kind === 'apps' && file === path.join(source, 'env.ts')))
        .filter((file) => /\bprocess\.env\b/.test(readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')))
        .map((file) => `process.env outside apps/*/src/env.ts: ${path.relative(folder, file)}`);
    }),
  );
}

const caught = [...importViolations(canary).violations, ...purityViolations(canary)];
for (const expected of ['no-cycle', 'core-imports', 'impure']) {
  if (!caught.some((violation) => violation.startsWith(expected))) {
    console.error(`The house check is blind: its canary's ${expected} violation was not reported.`);
    process.exit(1);
  }
}

const { cruised, violations } = importViolations(root);
const all = [...violations, ...purityViolations(root), ...environmentViolations(root)];
if (all.length > 0) {
  console.error(
    `${all.length} violations of the house's rules (infra/house/dependency-rules.cjs):\n  ${all.join('\n  ')}`,
  );
  process.exit(1);
}
console.log(`the house stands: ${cruised} modules, no cycle, no forbidden import, pure packages pure`);
