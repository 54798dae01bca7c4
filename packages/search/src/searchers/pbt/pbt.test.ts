import type { FinishedTrial, PendingTrial, Suggestion } from '@cambium/core';
import { createSpace } from '@cambium/spaces';
import { minimize, runSearch, type SearchRun } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { bestConstantDescent, noisyDescent } from '../../population/testing/noisy-descent.js';
import { pbt } from './pbt.js';

const float = { kind: 'float', low: 0.001, high: 1, log: true } as const;
const space = createSpace([
  {
    name: 'arch.units',
    branch: 'arch',
    domain: { kind: 'int', low: 1, high: 999, log: false, step: 1 },
    conditions: [],
  },
  { name: 'hp.rate', branch: 'hp', domain: float, conditions: [] },
]);

const population = 12;
const search = (change: Partial<SearchRun> = {}) =>
  runSearch({
    searcher: pbt,
    space,
    options: { population },
    objectives: minimize,
    maxStep: 100,
    trials: 10 * population,
    finish: noisyDescent(100),
    ...change,
  });

const whyOf = ({ why }: Suggestion) => why as unknown as { by: string; member: number; from: number; instead: number };

describe('pbt', () => {
  it('trains every member to the end, slice by slice, each from a trial that ended the slice before', () => {
    const { suggestions } = search();
    for (const [number, { fidelity, resumeFrom, why }] of suggestions.entries()) {
      const slice = Math.floor(number / population);
      expect(fidelity).toBe(10 * (slice + 1));
      expect((why as { member: number }).member).toBe(number % population);
      expect(resumeFrom === undefined ? -1 : Math.floor(resumeFrom / population)).toBe(slice - 1);
    }
    expect(search({ trials: 10 * population + 1 }).suggestions.at(-1)).toMatchObject({ fidelity: 10 });
  });

  it('lets the worst quarter copy the best quarter, and only their rates change', () => {
    const losses = new Map<number, number>();
    const finish = noisyDescent(100);
    const { suggestions } = search({
      finish(pending) {
        const trial = finish(pending);
        losses.set(trial.number, trial.values?.[0] ?? Number.NaN);
        return trial;
      },
    });
    const quarter = population / 4;
    for (let slice = 1; slice < 10; slice++) {
      const before = Array.from({ length: population }, (_, member) => (slice - 1) * population + member);
      const order = before.toSorted((a, b) => (losses.get(a) ?? 0) - (losses.get(b) ?? 0));
      const here = suggestions.slice(slice * population, (slice + 1) * population);
      const copies = here.filter((each) => whyOf(each).by === 'perturbation');
      expect(copies.map((each) => whyOf(each).instead).sort()).toEqual(order.slice(-quarter).sort());
      for (const copy of copies) {
        expect(order.slice(0, quarter)).toContain(copy.resumeFrom);
        const { params } = suggestions[copy.resumeFrom ?? -1] as Suggestion;
        expect(copy.params['arch.units']).toBe(params['arch.units']);
        expect(copy.why).toMatchObject({ changed: { 'hp.rate': [params['hp.rate'], copy.params['hp.rate']] } });
      }
      for (const { params, why, resumeFrom } of here.filter((each) => !copies.includes(each))) {
        expect(why).toMatchObject({ by: 'continuation', from: resumeFrom });
        expect(params).toEqual(suggestions[resumeFrom ?? -1]?.params);
      }
    }
  });

  // With seeds 1 … 200, 190 are better than the best of all constant rates, 0.0052; the median is 0.0036.
  it.each([1, 2, 3, 4, 5])('finds a schedule that is better than any constant rate (seed %i)', (seed) => {
    const { events } = search({ seed });
    const losses = events.flatMap((event) => (event.kind === 'tell' ? (event.trial.values ?? []) : []));
    expect(Math.min(...losses)).toBeLessThan(bestConstantDescent(100));
  });

  it('lets failed members copy others, and begins anew when all have failed', () => {
    const complete = noisyDescent(100);
    const failing =
      (fails: (trial: PendingTrial) => boolean) =>
      (trial: PendingTrial): FinishedTrial =>
        fails(trial) ? { ...complete(trial), state: 'failed', values: [Number.NaN] } : complete(trial);
    const some = search({ finish: failing(({ number }) => number % 2 === 0) }).suggestions;
    const second = some.slice(population, 2 * population);
    expect(second.filter((each) => whyOf(each).by === 'perturbation').map((each) => whyOf(each).instead)).toEqual(
      expect.arrayContaining([0, 2, 4, 6, 8, 10]),
    );
    for (const { resumeFrom } of second) expect((resumeFrom ?? 0) % 2).toBe(1);
    const all = search({ finish: failing(({ fidelity }) => fidelity === 20), trials: 3 * population }).suggestions;
    expect(all.map(({ fidelity }) => fidelity)).toEqual(
      [10, 20, 10].flatMap((fidelity) => Array.from({ length: population }, () => fidelity)),
    );
  });

  it('gives a trial that was refused before it ran again, with other parameters', () => {
    const complete = noisyDescent(100);
    const refused = population + 2;
    const { suggestions } = search({
      finish(pending) {
        const trial = complete(pending);
        return pending.number === refused ? { ...trial, state: 'infeasible', values: [] } : trial;
      },
    });
    const [first, again] = [suggestions[refused], suggestions[refused + 1]];
    expect(whyOf(again as Suggestion)).toMatchObject({ by: 'perturbation', member: 2, instead: 2 });
    expect(again?.fidelity).toBe(first?.fidelity);
    expect(again?.params).not.toEqual(first?.params);
  });

  it('waits when all members are running, and has another population once they are in their last slice', () => {
    const { events } = search({ parallel: population + 4, trials: 12 * population });
    const asks = events.filter((event) => event.kind === 'ask');
    expect(asks[0]?.result).toMatchObject({ kind: 'suggest', suggestions: { length: population } });
    const suggestions = asks.flatMap(({ result }) => (result.kind === 'suggest' ? result.suggestions : []));
    const starts = suggestions.flatMap(({ fidelity }, number) => (fidelity === 10 ? [number] : []));
    expect(starts.slice(0, population)).toEqual(Array.from({ length: population }, (_, number) => number));
    const last = suggestions.findLastIndex(({ fidelity }, number) => fidelity === 100 && number < 10 * population);
    expect(starts[population]).toBe(last + 1);
  });
});
