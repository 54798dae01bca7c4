import { createRng, type Params, type PendingTrial } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs, minimize, type SearchDriver } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { searchers } from '../../registry.js';

const unit = { type: 'float', low: 0, high: 1 };
const space = requireSpace({
  hp: { x: unit, y: unit },
  arch: { dialect: 'cnn-chain', maxStages: 3 },
  train: { dialect: 'procedure' },
});
const searcher = searchers.get('nested');
const random = { name: 'random' };
const begin = ({ outer = {}, inner = {}, maxTrials = 30 } = {}) =>
  driveSearch({
    searcher,
    space,
    options: {
      outer: { searcher: random, ...outer },
      inner: { branches: ['hp'], searcher: random, trials: 3, ...inner },
    },
    objectives: minimize,
    maxStep: 5,
    budget: { maxTrials, maxParallel: 4 },
  });

/** Asks for so many, where those told and pending are known. */
function ask(search: SearchDriver, pending: readonly PendingTrial[] = []) {
  const number = search.history.trials.length + pending.length;
  const [suggestion] = search.suggest({ nextNumber: number, pending, rng: createRng(`trial ${number}`) });
  if (suggestion === undefined) throw new Error(`there is nothing for trial ${number}`);
  const { params, builtOn = [] } = suggestion;
  return { number, params, builtOn, why: suggestion.why as Readonly<Record<string, unknown>> };
}

function run(search: SearchDriver, count: number, loss: (params: Params, number: number) => number) {
  return Array.from({ length: count }, () => {
    const { number, params, builtOn, why } = ask(search);
    const trial = complete({ number, params }, [loss(params, number)], { lastStep: 5 });
    search.tell(trial);
    return { ...trial, builtOn, why };
  });
}

const branchOf = (params: Params, branch: string) =>
  JSON.stringify(Object.entries(params).filter(([name]) => name.startsWith(`${branch}.`)));
const groupsOf = (trials: readonly { params: Params }[]) => [
  ...new Set(trials.map(({ params }) => branchOf(params, 'arch'))),
];

describe('a search inside each point of another', () => {
  it('tries each outer point so many times, and leaves the other branches alone', () => {
    const trials = run(begin(), 12, (_, number) => number);
    const points = groupsOf(trials);
    expect(points).toHaveLength(4);
    expect(trials.map(({ params }) => points.indexOf(branchOf(params, 'arch')))).toEqual([
      0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3,
    ]);
    expect(new Set(trials.map(({ params }) => branchOf(params, 'train'))).size).toBe(1);
    expect(trials[4]?.why).toMatchObject({ by: 'nested', point: 3, place: '2 of 3', suggested: { by: 'random' } });
  });

  it('begins a new point with the inner values of the best trial so far, and says so', () => {
    const trials = run(begin(), 7, (_, number) => [5, 1, 4, 3, 0.5, 6, 9][number] ?? 0);
    expect(branchOf(trials[3]?.params ?? {}, 'hp')).toBe(branchOf(trials[1]?.params ?? {}, 'hp'));
    expect(branchOf(trials[6]?.params ?? {}, 'hp')).toBe(branchOf(trials[4]?.params ?? {}, 'hp'));
    expect(trials.map(({ builtOn }) => builtOn)).toEqual([[], [0], [0], [1], [3], [3], [4]]);
  });

  it('tells the outer search the best of each point', () => {
    const evolution = { name: 'evolution', options: { population: 2, tournament: 2 } };
    // The second point is the better one, but only in its last trial.
    const trials = run(
      begin({ outer: { searcher: evolution } }),
      9,
      (_, number) => [5, 4, 6, 9, 9, 1, 7, 7, 7][number] ?? 0,
    );
    expect(trials[6]?.why['outer']).toMatchObject({ by: 'mutation', parents: [3] });
    expect(trials[6]?.builtOn.slice(0, 1)).toEqual([3]);
  });

  it('tells a point whose trials were all stopped as stopped, however good it looked early on', () => {
    const evolution = { name: 'evolution', options: { population: 2, tournament: 2 } };
    const search = begin({ outer: { searcher: evolution } });
    for (let number = 0; number < 6; number++) {
      const { params } = ask(search);
      const trial = complete({ number, params }, [number < 3 ? 1 : 5], { lastStep: number < 3 ? 2 : 5 });
      search.tell(number < 3 ? { ...trial, state: 'pruned' } : trial);
    }
    expect(ask(search).why['outer']).toMatchObject({ by: 'mutation', parents: [3] });
  });

  it('begins another point while the trials of one run, and waits for none that failed', () => {
    const search = begin();
    const pending: ReturnType<typeof ask>[] = [];
    for (let i = 0; i < 4; i++) pending.push(ask(search, pending));
    expect(groupsOf(pending)).toHaveLength(2);
    for (const { number, params } of pending.slice(0, 3)) search.tell(endedAs('failed', { number, params }));
    const next = pending.slice(3).map(({ number, params }) => ({ number, params }));
    expect(branchOf(ask(search, next).params, 'arch')).toBe(branchOf(pending[3]?.params ?? {}, 'arch'));
  });

  it('is a plain search of one where the other has nothing to search', () => {
    const alone = begin({ inner: { branches: ['aug'] } });
    expect(groupsOf(run(alone, 6, (_, number) => number))).toHaveLength(6);
    const inside = begin({ outer: { branches: ['aug'] } });
    const trials = run(inside, 6, (_, number) => number);
    expect(groupsOf(trials)).toHaveLength(1);
    expect(trials.flatMap(({ builtOn }) => builtOn)).toEqual([]);
  });

  it('refuses a branch in both, and searchers that end trials early', () => {
    const pathsOf = (options: object) => {
      const parsed = searcher.options.safeParse(options);
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
    };
    expect(pathsOf({ inner: { branches: ['arch', 'hp'] } })).toEqual(['inner.branches']);
    expect(pathsOf({ outer: { searcher: { name: 'asha' } } })).toEqual(['outer.searcher.name']);
    expect(pathsOf({ inner: { searcher: { name: 'tpe', options: { x: 1 } } } })).toEqual(['inner.searcher.options']);
  });
});
