import { createRng, type FinishedTrial, type PendingTrial, pendingFrom } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { asha } from './asha.js';

const space = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 } } });
const levels = [1, 3, 9, 27];

const start = (options = {}) => driveSearch({ searcher: asha, space, maxStep: 27, options });

describe('asha', () => {
  it('promotes the best third of all results at a rung so far, from the highest rung that has one', () => {
    const search = start();
    const fidelities: (number | undefined)[] = [];
    const parents: (number | undefined)[] = [];
    // Trial n reaches −n: the first of every three is promoted.
    for (let number = 0; number < 13; number++) {
      const [suggestion] = search.suggest({ rng: createRng(number) });
      if (suggestion === undefined) throw new Error('nothing suggested');
      fidelities.push(suggestion.fidelity);
      parents.push(suggestion.resumeFrom);
      search.tell(complete(pendingFrom(number, suggestion), [-number]));
    }
    expect(fidelities).toEqual([1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 3, 9]);
    expect(parents.filter((parent) => parent !== undefined)).toEqual([0, 1, 2, 3]);
  });

  it('starts new designs while nothing may be promoted, and never promotes what failed or is no number', () => {
    const search = start();
    for (let number = 0; number < 9; number++) {
      const [suggestion] = search.suggest({ rng: createRng(number) });
      expect(suggestion).toMatchObject({ fidelity: 1 });
      expect(suggestion?.resumeFrom).toBeUndefined();
      const trial = complete({ number, params: suggestion?.params ?? {}, fidelity: 1 }, [Number.NaN]);
      search.tell(number % 2 === 0 ? trial : { ...trial, state: 'failed' });
    }
  });

  // 8 workers that finish in random order; every fifth trial fails, every seventh is no number.
  it.each([1, 2, 3])('keeps its promises under random interleaving (seed %i)', (seed) => {
    const rng = createRng(seed);
    const search = start();
    const told = new Map<number, FinishedTrial>();
    const broken: string[] = [];
    let pending: PendingTrial[] = [];
    let number = 0;
    const promoted = new Set<string>();
    for (let turn = 0; turn < 250; turn++) {
      while (pending.length < 8) {
        const [suggestion] = search.suggest({ rng: rng.fork(number), pending, nextNumber: number });
        if (suggestion === undefined) throw new Error('nothing suggested');
        const { fidelity = 27, resumeFrom } = suggestion;
        if (resumeFrom !== undefined) broken.push(...brokenPromises(resumeFrom, fidelity, { told, promoted }));
        pending.push(pendingFrom(number++, suggestion));
      }
      const next = rng.pick(pending);
      pending = pending.filter((trial) => trial !== next);
      const value = next.number % 7 === 0 ? Number.NaN : rng.next();
      const trial = complete(next, [value]);
      told.set(next.number, next.number % 5 === 0 ? { ...trial, state: 'failed' } : trial);
      search.tell(told.get(next.number) ?? trial);
    }
    expect(broken).toEqual([]);
    expect([...told.values()].some(({ fidelity }) => fidelity === 27)).toBe(true);
  });
});

/** The rule by itself: once at each rung, at most ⌊n/η⌋ of them, and then among the best ⌊n/η⌋. */
function brokenPromises(
  parent: number,
  fidelity: number,
  { told, promoted }: { told: ReadonlyMap<number, FinishedTrial>; promoted: Set<string> },
): string[] {
  const broken: string[] = [];
  const level = levels[levels.indexOf(fidelity) - 1];
  const trial = told.get(parent);
  if (trial === undefined || trial.fidelity !== level) broken.push(`${parent} did not end at ${level}`);
  if (promoted.has(`${level}/${parent}`)) broken.push(`${parent} is promoted twice`);
  promoted.add(`${level}/${parent}`);
  const rung = [...told.values()].filter((other) => other.fidelity === level);
  const places = Math.floor(rung.length / 3);
  const value = trial?.values?.[0] ?? Number.NaN;
  const better = rung.filter((other) => other.state === 'complete' && (other.values?.[0] ?? 0) > value).length;
  if (trial?.state !== 'complete' || !(better < places)) broken.push(`${parent} is not among the best ${places}`);
  const here = [...promoted].filter((key) => key.startsWith(`${level}/`)).length;
  if (here > places) broken.push(`${here} of ${rung.length} are promoted`);
  return broken;
}
