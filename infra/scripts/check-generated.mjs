/** Generates everything anew and fails when that changes a committed file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root, run } from './setup.mjs';

function generated() {
  const files = new Map();
  const visit = (folder) => {
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (['node_modules', 'dist', '.next', '.turbo'].includes(item.name)) continue;
      const file = path.join(folder, item.name);
      if (item.isDirectory()) visit(file);
      else if (item.name.endsWith('.gen.ts') || folder.includes(`${path.sep}generated`))
        files.set(file, readFileSync(file, 'utf8'));
    }
  };
  for (const kind of ['packages', 'apps']) visit(path.join(root, kind));
  return files;
}

const before = generated();
run('npm', ['run', '--silent', 'generate'], { what: 'Generating' });
const after = generated();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
if (changed.length > 0) {
  console.error(
    `Out of date; run "npm run generate" and commit:\n  ${changed.map((file) => path.relative(root, file)).join('\n  ')}`,
  );
  process.exit(1);
}
console.log(`${after.size} generated files are up to date`);
