import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { pruners, searchers } from './registry.js';

const folder = new URL('../../../docs/methods/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

const methods = [
  ...searchers.entries.map((method) => ({ ...method, kind: 'searcher' })),
  ...pruners.entries.map((method) => ({ ...method, kind: 'pruner' })),
];

describe.each(methods)('the page of the $kind $name', ({ name, kind, options }) => {
  const page = read(`${name}.md`);

  it('says where it is from and what it costs', () => {
    expect(page).toMatch(/\*\*Sources?\*\*/);
    expect(page).toMatch(/Cost\b/);
  });

  it('has a row for every option', () => {
    const schema = z.toJSONSchema(options as z.ZodType, { io: 'input' });
    const part = partOf(page, kind);
    for (const option of Object.keys(schema.properties ?? {}))
      expect(part).toMatch(new RegExp(`^\\| \`${option}\` +\\|`, 'm'));
  });

  it('is listed', () => {
    expect(partOf(read('README.md'), kind)).toContain(`[${name}](${name}.md)`);
  });
});

/** What a page says of searchers, or of pruners, where it has both; else all of it. */
function partOf(page: string, kind: string): string {
  const parts = page.split(/^## /m);
  return parts.find((part) => part.startsWith(`As a ${kind}`) || part.toLowerCase().startsWith(`${kind}s`)) ?? page;
}
