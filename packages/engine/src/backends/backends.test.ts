import { describeBackend } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { openInProcess } from '../testing/backend-client.js';
import { opTable } from '../testing/op-table.js';
import { backends } from './backend-registry.js';

/** A backend whose device or library is not on this machine; the reason is printed. */
const skipped = it.skip;

describe('the backend registry', () => {
  it('has wasm, which runs everywhere', async () => {
    expect(await backends.get('wasm').isAvailable()).toMatchObject({ available: true });
  });
});

for (const { name } of backends.entries) {
  const opened = await openInProcess(name);
  if (opened.kind === 'absent') {
    console.warn(`backend ${name} is not tested here: ${opened.reason}`);
    skipped(`backend ${name}`, () => undefined);
    continue;
  }
  const table = opTable.filter((op) => !opened.missing.includes(op.name));
  describeBackend(name, async () => opened.backend, table);
}
