import { describeExperimentStore } from '@cambium/testkit';
import { createMemoryStore } from './memory-store.js';

describeExperimentStore('in memory', async () => {
  let now = 1_700_000_000_000;
  return {
    store: createMemoryStore({ clock: { now: () => now } }),
    workspaceId: 'a workspace',
    async passTime(ms) {
      now += ms;
    },
    async close() {},
  };
});
