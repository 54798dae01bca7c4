import { it } from '@jest/globals';
import { backends } from '../backends/backend-registry.js';
import { type Opened, openInProcess } from './backend-client.js';

type Available = Extract<Opened, { kind: 'open' }>;

/** A backend whose device or library is not on this machine; the reason is printed. */
const skipped = it.skip;

/**
 * Opens every backend of the registry in a process of its own and defines tests with it. One that is absent is skipped,
 * with its reason printed; one that is there and does not open is a test that fails.
 */
export async function onEachBackend(define: (name: string, opened: Available) => void): Promise<void> {
  for (const { name } of backends.entries) {
    const opened = await openInProcess(name);
    switch (opened.kind) {
      case 'absent':
        console.warn(`backend ${name} is not tested here: ${opened.reason}`);
        skipped(`backend ${name}`, () => undefined);
        break;
      case 'failed':
        it(`backend ${name} opens`, () => {
          throw new Error(opened.message);
        });
        break;
      case 'open':
        define(name, opened);
    }
  }
}
