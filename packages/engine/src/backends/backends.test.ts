import { describeBackend } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { openInProcess } from '../testing/backend-client.js';
import { opTable } from '../testing/op-table.js';
import type { TfOpCase } from '../testing/tf-op-case.js';
import { backends } from './backend-registry.js';

/** A backend whose device or library is not on this machine; the reason is printed. */
const skipped = it.skip;

describe('the backend registry', () => {
  it('has wasm, which runs everywhere', async () => {
    expect(await backends.get('wasm').isAvailable()).toMatchObject({ available: true });
  });
});

it('a backend that fails to open is a failure, not an absence', async () => {
  expect(await openInProcess('no-such-backend')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('no-such-backend'),
  });
});

for (const { name } of backends.entries) {
  const opened = await openInProcess(name);
  if (opened.kind === 'absent') {
    console.warn(`backend ${name} is not tested here: ${opened.reason}`);
    skipped(`backend ${name}`, () => undefined);
  } else if (opened.kind === 'failed') {
    it(`backend ${name} opens`, () => {
      throw new Error(opened.message);
    });
  } else {
    const isMissing = (op: TfOpCase) => opened.missing.includes(op.name);
    for (const op of opTable.filter(isMissing)) {
      console.warn(`backend ${name}: "${op.name}" is not tested, it has no kernel ${op.needs}`);
      skipped(`backend ${name}: ${op.name}`, () => undefined);
    }
    const table = opTable.filter((op) => !isMissing(op));
    describeBackend(name, async () => opened.backend, table);
  }
}
