import type { AlgorithmState } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { insertExperiment } from './rows.js';
import type { StoreCases } from './store-under-test.js';

export function algorithmCases(cases: StoreCases): void {
  const read = (id: string) =>
    cases
      .current()
      .store.transaction(id, async (tx) => [await tx.algorithm('searcher'), await tx.algorithm('pruner')] as const);
  const first: AlgorithmState = { version: 3, state: { seen: [1, null, { z: 0.1 + 0.2, a: 'ünïcode' }] } };

  describe('states of algorithms', () => {
    it('are absent until they are kept, and the searcher’s is not the pruner’s', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      expect(await read(id)).toEqual([undefined, undefined]);
      await store.transaction(id, (tx) => tx.keepAlgorithm('searcher', first));
      expect(await read(id)).toEqual([first, undefined]);
      await store.transaction(id, (tx) => tx.keepAlgorithm('pruner', { version: 1, state: null }));
      expect(await read(id)).toEqual([first, { version: 1, state: null }]);
      expect(await read(other.id)).toEqual([undefined, undefined]);
    });

    it('are what was kept last, at once inside the transaction', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.keepAlgorithm('searcher', first));
      const second: AlgorithmState = { version: 4, state: [] };
      await store.transaction(id, async (tx) => {
        await tx.keepAlgorithm('searcher', { version: 4, state: ['in between'] });
        await tx.keepAlgorithm('searcher', second);
        expect(await tx.algorithm('searcher')).toEqual(second);
        await tx.update({ exhausted: true });
      });
      expect(await read(id)).toEqual([second, undefined]);
    });

    it('are as before when the work throws', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.keepAlgorithm('searcher', first));
      const failing = store.transaction(id, async (tx) => {
        await tx.keepAlgorithm('searcher', { version: 9, state: null });
        await tx.keepAlgorithm('pruner', { version: 9, state: null });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await read(id)).toEqual([first, undefined]);
    });
  });
}
