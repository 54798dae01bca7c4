import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { searchers } from '@cambium/search';
import { expect, it } from '@jest/globals';
import { suggestionsOfAll } from './suggestions-of-all.js';

it('the same seed gives the same suggestions in another process, by every searcher', () => {
  const script = path.join(import.meta.dirname, 'print-suggestions.ts');
  const output = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const theirs = JSON.parse(output) as Record<string, unknown>;
  const ours = JSON.parse(JSON.stringify(suggestionsOfAll())) as Record<string, unknown>;
  expect(Object.keys(theirs).sort()).toEqual([...searchers.names].sort());
  for (const name of searchers.names) expect([name, theirs[name]]).toEqual([name, ours[name]]);
}, 60_000);
