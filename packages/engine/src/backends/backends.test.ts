import { describeBackend } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { openInProcess } from '../testing/backend-client.js';
import { onEachBackend } from '../testing/on-each-backend.js';
import { opTable } from '../testing/op-table.js';
import type { TfOpCase } from '../testing/tf-op-case.js';
import { backends } from './backend-registry.js';

/** An op for which a backend has no kernel and needs none; which one is printed. */
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

await onEachBackend((name, { missing, backend }) => {
  const isMissing = (op: TfOpCase) => missing.includes(op.name);
  for (const op of opTable.filter(isMissing)) {
    console.warn(`backend ${name}: "${op.name}" is not tested, it has no kernel ${op.needs}`);
    skipped(`backend ${name}: ${op.name}`, () => undefined);
  }
  const table = opTable.filter((op) => !isMissing(op));
  describeBackend(name, async () => backend, table);
});
