import { createRng, type FinishedTrial, type PendingTrial } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, runSearch, type SearchRun } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { searchers } from '../registry.js';

const space = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 } } });
const finite = requireSpace({ hp: { x: { type: 'int', low: 1, high: 7 } } });

const search = (change: Partial<SearchRun>) =>
  runSearch({ searcher: searchers.get('hyperband'), space, maxStep: 27, trials: 69, ...change });

/** Value by number, so that which ones are the best is known. */
const valueOf = (number: number) => createRng('value').fork(number).next();

const end = (pending: PendingTrial) => complete(pending, [valueOf(pending.number)]);

/** `count×fidelity`, one for each stretch of trials with the same fidelity. */
function stretches(fidelities: readonly (number | undefined)[]): string {
  const parts: { count: number; fidelity: number | undefined }[] = [];
  for (const fidelity of fidelities) {
    const last = parts.at(-1);
    if (last !== undefined && last.fidelity === fidelity) last.count++;
    else parts.push({ count: 1, fidelity });
  }
  return parts.map(({ count, fidelity }) => `${count}×${fidelity}`).join(' ');
}

describe('brackets', () => {
  it('are run one after the other as in the paper, and then again', () => {
    const { suggestions } = search({ finish: end });
    expect(stretches(suggestions.map(({ fidelity }) => fidelity))).toBe('27×1 9×3 3×9 1×27 12×3 4×9 1×27 6×9 6×27');
    expect(
      stretches(
        search({ finish: end, trials: 100 })
          .suggestions.slice(69)
          .map((each) => each.fidelity),
      ),
    ).toBe('27×1 4×3');
  });

  it('promote the best third, best first, each from where it ended', () => {
    const { suggestions } = search({ finish: end });
    const best = (numbers: readonly number[]) => numbers.toSorted((a, b) => valueOf(b) - valueOf(a));
    const from = (start: number, count: number) => Array.from({ length: count }, (_, i) => start + i);
    const promoted = (start: number, count: number) => from(start, count).map((i) => suggestions[i]?.resumeFrom);
    expect(promoted(27, 9)).toEqual(best(from(0, 27)).slice(0, 9));
    expect(promoted(36, 3)).toEqual(best(from(27, 9)).slice(0, 3));
    expect(promoted(39, 1)).toEqual(best(from(36, 3)).slice(0, 1));
    expect(promoted(40, 12)).toEqual(new Array(12).fill(undefined));
    for (const { params, resumeFrom } of suggestions) {
      expect(resumeFrom === undefined ? params : suggestions[resumeFrom]?.params).toEqual(params);
    }
  });

  it('never promote what failed, was pruned, is no number or was cancelled', () => {
    const ends = ['failed', 'pruned', 'cancelled', 'infeasible'] as const;
    const finish = (pending: PendingTrial): FinishedTrial => {
      const good = end(pending);
      if (pending.number % 3 === 0) return good;
      if (pending.number % 3 === 1) return { ...good, values: [Number.NaN] };
      return { ...good, state: ends[pending.number % 4] ?? 'failed', values: [99] };
    };
    for (const parallel of [1, 8]) {
      const { suggestions } = search({ finish, parallel, trials: 200 });
      const parents = suggestions.map(({ resumeFrom }) => resumeFrom).filter((parent) => parent !== undefined);
      expect(parents.length).toBeGreaterThan(20);
      expect(parents.filter((parent) => parent % 3 !== 0)).toEqual([]);
    }
  });

  it('give a trial that was refused before it ran again, so that a rung has its size', () => {
    const finish = (pending: PendingTrial): FinishedTrial =>
      pending.number < 5 ? { ...end(pending), state: 'infeasible', lastStep: 0 } : end(pending);
    const { suggestions } = search({ finish, trials: 40 });
    expect(stretches(suggestions.map(({ fidelity }) => fidelity))).toBe('32×1 8×3');
  });

  it('keep all workers busy: the next bracket begins while a rung waits for results', () => {
    const { suggestions, events } = search({ finish: end, parallel: 8, trials: 150 });
    expect(events.some((event) => event.kind === 'ask' && event.result.kind === 'wait')).toBe(false);
    const fresh = suggestions.filter(({ resumeFrom }) => resumeFrom === undefined);
    expect(fresh.slice(0, 45).map(({ fidelity }) => fidelity)).toEqual(
      [27, 12, 6].flatMap((count, i) => new Array(count).fill(3 ** i)),
    );
    // The first bracket ends as it would alone: 9 of the 27, 3 of these, 1.
    const promoted = (numbers: ReadonlySet<number>) =>
      suggestions.flatMap(({ resumeFrom }, number) => (numbers.has(resumeFrom ?? -1) ? [number] : []));
    const second = promoted(new Set(Array.from({ length: 27 }, (_, i) => i)));
    const third = promoted(new Set(second));
    expect([second.length, third.length, promoted(new Set(third)).length]).toEqual([9, 3, 1]);
  });

  it('bring every design of a finite space to the last step before they end', () => {
    for (const parallel of [1, 3]) {
      const { suggestions, events } = search({ space: finite, finish: end, parallel, trials: 500 });
      const full = suggestions.filter(({ fidelity }) => fidelity === 27).map(({ params }) => params['hp.x']);
      expect(full.toSorted((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7]);
      const last = events.findLast((event) => event.kind === 'ask');
      expect(last?.kind === 'ask' && last.result.kind).toBe('exhausted');
    }
  });
});
