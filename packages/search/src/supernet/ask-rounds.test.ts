import { createRng, type FinishedTrial, type Metrics, type PendingTrial, type Suggestion } from '@cambium/core';
import { constrainSpace, requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { darts } from '../searchers/darts/darts.js';
import { enas } from '../searchers/enas/enas.js';
import { oneShot } from '../searchers/one-shot/one-shot.js';

const space = requireSpace({
  hp: { lr: { type: 'float', low: 0.001, high: 0.1, log: true } },
  arch: { dialect: 'nasbench201', ops: ['none', 'skip_connect', 'nor_conv_3x3'] },
});
const edges = space.parameters.filter(({ branch }) => branch === 'arch').map(({ name }) => name);

/** What a supernet reports that likes to skip from the first state to the last, and `none` everywhere else. */
const skipped = 3;
const alphas: Metrics = Object.fromEntries(
  edges.flatMap((edge, i) => [
    [`alpha.${edge}.none`, i === skipped ? 0.1 : 0.5],
    [`alpha.${edge}.skip_connect`, i === skipped ? 0.6 : 0.3],
    [`alpha.${edge}.nor_conv_3x3`, i === skipped ? 0.3 : 0.2],
  ]),
);
const liked = Object.fromEntries(edges.map((edge, i) => [edge, i === skipped ? 'skip_connect' : 'none']));

const supernetEnd = (number: number, { params }: Suggestion, metrics: Metrics = alphas): FinishedTrial => ({
  ...complete({ number, params, mode: 'supernet' }, []),
  metrics,
});
const first = (suggestions: readonly Suggestion[]): Suggestion => {
  const [suggestion] = suggestions;
  if (suggestion === undefined) throw new Error('no suggestion');
  return suggestion;
};

describe('darts', () => {
  it('asks for a supernet, waits for it, and derives the likeliest options, none among them where it is kept', () => {
    const search = driveSearch({ searcher: darts, space, options: { none: 'keep' } });
    const supernet = first(search.suggest({ count: 4 }));
    expect(supernet.mode).toBe('supernet');
    const pending: PendingTrial = { number: 0, params: supernet.params, mode: 'supernet' };
    expect(search.ask({ pending: [pending] })).toEqual({ kind: 'wait' });
    search.tell(supernetEnd(0, supernet));
    const derived = first(search.suggest());
    expect(derived.params).toEqual({ ...liked, 'hp.lr': supernet.params['hp.lr'] });
    expect(derived.mode).toBeUndefined();
    expect(derived.why).toEqual({ by: 'likeliest options', supernet: 0 });
  });

  it('tries a supernet again that did not end well, and begins another round when one is over', () => {
    const search = driveSearch({ searcher: darts, space });
    const supernet = first(search.suggest());
    search.tell(endedAs('failed', { number: 0, params: supernet.params, mode: 'supernet' }));
    const again = first(search.suggest({ rng: createRng(2) }));
    expect(again.mode).toBe('supernet');
    search.tell(supernetEnd(1, again));
    const derived = first(search.suggest());
    search.tell(complete({ number: 2, params: derived.params }, [0.9]));
    const next = first(search.suggest({ rng: createRng(3) }));
    expect(next.mode).toBe('supernet');
    search.tell(supernetEnd(3, { ...next, params: { ...next.params, 'hp.lr': derived.params['hp.lr'] ?? 0 } }));
    // The likeliest network was trained before.
    expect(first(search.suggest()).why).toEqual({ by: 'drawn by the options’ weights', supernet: 3 });
  });

  it('derives no none unless it is to be kept', () => {
    const search = driveSearch({ searcher: darts, space });
    search.tell(supernetEnd(0, first(search.suggest())));
    const { params } = first(search.suggest());
    expect(edges.map((edge) => params[edge])).toEqual(edges.map(() => 'skip_connect'));
  });

  it('passes over a network that lets nothing through, though its options are the likeliest', () => {
    const cut: Metrics = Object.fromEntries(
      Object.entries(alphas).map(([name, weight]) => [name, name.endsWith('.none') ? 0.9 : Number(weight) / 10]),
    );
    const search = driveSearch({ searcher: darts, space, options: { none: 'keep' } });
    search.tell(supernetEnd(0, first(search.suggest()), cut));
    const { params, why } = first(search.suggest());
    expect(space.isFeasible(params)).toBe(true);
    expect(why).toMatchObject({ by: 'drawn by the options’ weights' });
  });

  it('passes over a network that breaks a constraint', () => {
    const constrained = constrainSpace(space, (params) => params[edges[1] as string] === 'nor_conv_3x3');
    const search = driveSearch({ searcher: darts, space: constrained });
    search.tell(supernetEnd(0, first(search.suggest())));
    expect(first(search.suggest()).params[edges[1] as string]).toBe('nor_conv_3x3');
  });
});

describe('one-shot', () => {
  const options = { candidates: 12, population: 4, parents: 2 };
  /** The share of convolutions: what shared weights are taken to like. */
  const valueOf = ({ params }: Suggestion) => edges.filter((edge) => params[edge] === 'nor_conv_3x3').length / 6;

  it('judges generations of candidates with the supernet’s weights and trains the best from scratch', () => {
    const search = driveSearch({ searcher: oneShot, space, options });
    const supernet = first(search.suggest());
    search.tell(supernetEnd(0, supernet, {}));
    const values: number[] = [];
    const ways: string[] = [];
    for (let number = 1; number <= 12; number++) {
      const candidate = first(search.suggest({ rng: createRng(number) }));
      expect(candidate).toMatchObject({ mode: 'shared-weights', resumeFrom: 0 });
      expect(candidate.params['hp.lr']).toBe(supernet.params['hp.lr']);
      ways.push((candidate.why as { by: string }).by);
      values.push(valueOf(candidate));
      search.tell(
        complete({ number, params: candidate.params, mode: 'shared-weights', parent: 0 }, [valueOf(candidate)]),
      );
    }
    expect(ways.slice(0, 4)).toEqual(['random', 'random', 'random', 'random']);
    expect(new Set(ways.slice(4))).toEqual(new Set(['crossover', 'mutation']));
    const winner = first(search.suggest());
    expect(winner.mode).toBeUndefined();
    expect(winner.why).toMatchObject({ by: 'shared weights', place: 1 });
    expect(valueOf(winner)).toBe(Math.max(...values));
  });

  it('lets a generation wait for the one before', () => {
    const search = driveSearch({ searcher: oneShot, space, options });
    search.tell(supernetEnd(0, first(search.suggest()), {}));
    const generation = search.suggest({ count: 8 });
    expect(generation).toHaveLength(4);
    const pending = generation.map(({ params }, i) => ({ number: 1 + i, params, parent: 0, mode: 'shared-weights' }));
    expect(search.ask({ pending, count: 4 })).toEqual({ kind: 'wait' });
  });

  it('keeps budget for a network from scratch', () => {
    const search = driveSearch({ searcher: oneShot, space, budget: { maxTrials: 5 } });
    search.tell(supernetEnd(0, first(search.suggest()), {}));
    for (let number = 1; number <= 3; number++) {
      const { params, mode } = first(search.suggest({ rng: createRng(number) }));
      expect(mode).toBe('shared-weights');
      search.tell(complete({ number, params, mode: 'shared-weights', parent: 0 }, [number]));
    }
    expect(first(search.suggest()).mode).toBeUndefined();
  });
});

describe('enas', () => {
  // 30 draws of a policy that gives one edge's skip 0.6: at most 9 of them with probability 0.001. Seed 5.
  it('draws candidates from the policy', () => {
    const search = driveSearch({ searcher: enas, space, options: { candidates: 30 } });
    search.tell(supernetEnd(0, first(search.suggest())));
    const drawn = search.suggest({ count: 30, rng: createRng(5) });
    expect(drawn).toHaveLength(30);
    const skips = drawn.filter(({ params }) => params[edges[skipped] as string] === 'skip_connect').length;
    expect(skips).toBeGreaterThan(9);
    expect(new Set(drawn.map(({ params }) => space.canonicalKey(params))).size).toBe(30);
  });

  it('takes the networks that the controller drew first, but for those that let nothing through', () => {
    const search = driveSearch({ searcher: enas, space, options: { candidates: 3 } });
    // Places of none, skip_connect and nor_conv_3x3.
    const cells = [edges.map(() => 2), edges.map(() => 0), edges.map((_, i) => (i === skipped ? 1 : 2))];
    const named = cells.flatMap((cell, number) =>
      cell.map((place, i) => [`candidate.${number}.${edges[i]}`, place] as const),
    );
    search.tell(supernetEnd(0, first(search.suggest()), { ...alphas, ...Object.fromEntries(named) }));
    const drawn: Suggestion[] = [];
    for (let number = 1; number <= 3; number++) {
      const candidate = first(search.suggest({ rng: createRng(number) }));
      drawn.push(candidate);
      search.tell(complete({ number, params: candidate.params, mode: 'shared-weights', parent: 0 }, [number]));
    }
    expect(drawn.map(({ params }) => edges.map((edge) => params[edge]))).toEqual([
      edges.map(() => 'nor_conv_3x3'),
      edges.map((_, i) => (i === skipped ? 'skip_connect' : 'nor_conv_3x3')),
      expect.anything(),
    ]);
    expect(drawn.map(({ why }) => (why as { by: string }).by)).toEqual(['controller', 'controller', 'policy']);
  });
});
