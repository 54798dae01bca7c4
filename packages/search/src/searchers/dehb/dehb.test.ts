import { createRng, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, runSearch, type SearchRun } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { dehb } from './dehb.js';

const space = requireSpace({
  hp: {
    a: { type: 'float', low: 0, high: 1 },
    b: { type: 'float', low: 0, high: 1 },
    c: { type: 'int', low: 0, high: 99 },
  },
});

/** One round of the brackets: 27, 9, 3, 1; 12, 4, 1; 6, 2; 4 trials. */
const round = 69;

/** 0 is best. */
const valueOf = (params: Params) => -space.encode(params).reduce((sum, at) => sum + (at - 0.7) ** 2, 0);

const search = (change: Partial<SearchRun> = {}) =>
  runSearch({
    searcher: dehb,
    space,
    maxStep: 27,
    trials: 2 * round,
    finish: (pending) => complete(pending, [valueOf(pending.params)]),
    ...change,
  });

const reasonOf = ({ why }: { readonly why?: unknown }) => why as { by: string; target?: number; parents?: number[] };

describe('dehb', () => {
  it('promotes in the first round of brackets only: later all trials are children', () => {
    const { suggestions } = search();
    const promoted = suggestions.flatMap(({ resumeFrom }, number) => (resumeFrom === undefined ? [] : [number]));
    expect(Math.max(...promoted)).toBeLessThan(round);
    expect(promoted.length).toBeGreaterThan(15);
    const later = suggestions.slice(round + 3).map(reasonOf);
    expect(new Set(later.map(({ by }) => by))).toEqual(new Set(['dehb']));
  });

  it('takes parents of the same fidelity in a first rung, of the one below in the others', () => {
    const { suggestions } = search();
    const fidelityOf = (number: number) => suggestions[number]?.fidelity;
    const wrong = suggestions.slice(round + 3).filter((suggestion) => {
      const { fidelity = 27 } = suggestion;
      const { rung } = suggestion.why as unknown as { rung: number };
      const { target, parents = [] } = reasonOf(suggestion);
      const wanted = rung === 0 ? fidelity : fidelity / 3;
      // Three parents are not always to be had below: then others fill up.
      const enough = parents.filter((number) => fidelityOf(number) === wanted).length;
      const hasTarget = target !== undefined && fidelityOf(target) === fidelity;
      return !hasTarget || (rung === 0 ? enough < 3 : enough < 1);
    });
    expect(wrong).toEqual([]);
  });

  // With seeds 1 … 200 the median is −0.0007, of random searches as long −0.007, and 192 of 200 are better.
  it.each([1, 2, 3])('gets nearer to the optimum than random designs do (seed %i)', (seed) => {
    const best = (designs: readonly Params[]) => Math.max(...designs.map(valueOf));
    const random = createRng(seed);
    const drawn = Array.from({ length: 4 * round }, () => space.sample(random));
    const found = search({ seed, trials: 4 * round }).suggestions.map(({ params }) => params);
    expect(best(found)).toBeGreaterThan(best(drawn));
  });
});
