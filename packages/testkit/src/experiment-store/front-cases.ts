import type { FrontMember } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { insertExperiment } from './rows.js';
import type { StoreCases } from './store-under-test.js';

const member = (number: number, ...values: readonly number[]): FrontMember => ({ number, values, steps: 4 });

export function frontCases(cases: StoreCases): void {
  describe('the Pareto front', () => {
    it('is empty at first, then what joined and did not leave, by number', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      const other = await insertExperiment(cases.current());
      expect(await store.front(id)).toEqual([]);
      await store.transaction(id, async (tx) => {
        expect(await tx.front()).toEqual([]);
        await tx.changeFront({ joined: [member(7, 0.1, 1e-17), member(2, 0.5, 3)], left: [] });
        expect(await tx.front()).toEqual([member(2, 0.5, 3), member(7, 0.1, 1e-17)]);
      });
      await store.transaction(id, async (tx) => {
        await tx.changeFront({ joined: [member(3, 0, 0)], left: [7] });
        expect(await tx.front()).toEqual([member(2, 0.5, 3), member(3, 0, 0)]);
      });
      expect(await store.front(id)).toEqual([member(2, 0.5, 3), member(3, 0, 0)]);
      expect(await store.front(other.id)).toEqual([]);
    });

    it('takes new values of a member that leaves and joins', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.changeFront({ joined: [member(1, 5), member(2, 6)], left: [] }));
      await store.transaction(id, (tx) => tx.changeFront({ joined: [member(2, 7)], left: [1, 2] }));
      expect(await store.front(id)).toEqual([member(2, 7)]);
    });

    it('is as before when the work throws', async () => {
      const { store } = cases.current();
      const { id } = await insertExperiment(cases.current());
      await store.transaction(id, (tx) => tx.changeFront({ joined: [member(1, 5)], left: [] }));
      const failing = store.transaction(id, async (tx) => {
        await tx.changeFront({ joined: [member(2, 1)], left: [1] });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.front(id)).toEqual([member(1, 5)]);
    });
  });
}
