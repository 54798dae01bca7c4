import { type BranchName, createRng, type FinishedTrial, type Objective, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs, maximize, type SearchDriver } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { searchers } from '../../registry.js';

const unit = { type: 'float', low: 0, high: 1 };
const space = requireSpace({
  hp: { x: unit, kind: { type: 'categorical', choices: ['a', 'b'] } },
  arch: { dialect: 'cnn-chain', maxStages: 3 },
  train: { dialect: 'procedure' },
});
const searcher = searchers.get('staged');
const shape = { name: 'shape', branches: ['arch'], searcher: { name: 'random' } };
const tune = { name: 'tune', branches: ['hp'], searcher: { name: 'random' } };

interface Setup {
  readonly start?: 'centre' | 'random';
  readonly maxTrials?: number;
  readonly maxDeviceSeconds?: number;
  readonly objectives?: readonly Objective[];
}

function begin(stages: readonly object[], setup: Setup = {}) {
  const { start = 'centre', maxTrials = 12, maxDeviceSeconds, objectives = maximize } = setup;
  const budget = { maxTrials, ...(maxDeviceSeconds === undefined ? {} : { maxDeviceSeconds }) };
  return driveSearch({ searcher, space, options: { stages, start }, objectives, maxStep: 9, budget });
}

/** Asks and tells so many trials one by one, each worth what `worth` says of its number. */
function run(
  search: SearchDriver,
  count: number,
  worth: (number: number) => number | readonly number[],
  change: Partial<FinishedTrial> = {},
) {
  return Array.from({ length: count }, () => {
    const number = search.history.trials.length;
    const [suggestion] = search.suggest({ nextNumber: number, rng: createRng(number) });
    if (suggestion === undefined) throw new Error(`there is nothing for trial ${number}`);
    const { params, fidelity, why, builtOn } = suggestion;
    const pending = { number, params, ...(fidelity === undefined ? {} : { fidelity }) };
    search.tell(complete(pending, [worth(number)].flat(), change));
    return { ...pending, why: why as Readonly<Record<string, unknown>>, builtOn };
  });
}

function branchOf(params: Params, branch: BranchName): string {
  return JSON.stringify(Object.entries(params).filter(([name]) => name.startsWith(`${branch}.`)));
}
const distinct = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size;

describe('staged', () => {
  it('searches a branch around the start, and the next one around the winner of it', () => {
    const trials = run(begin([shape, tune]), 12, (number) => (number === 3 ? 9 : number / 100));
    const [first, second] = [trials.slice(0, 6), trials.slice(6)];
    expect(first[0]?.params).toMatchObject({ 'hp.x': 0.5, 'hp.kind': 'a' });
    expect(distinct(first.map(({ params }) => [branchOf(params, 'hp'), branchOf(params, 'train')]))).toBe(1);
    expect(distinct(first.map(({ params }) => branchOf(params, 'arch')))).toBe(6);
    for (const { params, builtOn, why } of second) {
      expect(branchOf(params, 'arch')).toBe(branchOf(trials[3]?.params ?? {}, 'arch'));
      expect(builtOn).toEqual([3]);
      expect(why).toMatchObject({ by: 'staged', stage: 'tune', base: 3, suggested: { by: 'random' } });
    }
    expect(distinct(second.map(({ params }) => branchOf(params, 'hp')))).toBe(6);
    expect(first.flatMap(({ builtOn }) => builtOn)).toEqual([]);
  });

  it('builds on what it built on where a stage found nothing better', () => {
    const trials = run(begin([shape, tune, { ...tune, name: 'tune again' }]), 12, (number) => -number);
    expect(trials.at(-1)?.builtOn).toEqual([0]);
  });

  it('begins a stage when all trials of the one before have ended, also those that failed', () => {
    const search = begin([shape, tune], { maxTrials: 4 });
    const [a, b] = search.suggest({ count: 5 }).map(({ params }, number) => ({ number, params }));
    if (a === undefined || b === undefined) throw new Error('the first stage has two trials');
    expect(search.ask({ pending: [a, b], nextNumber: 2 })).toEqual({ kind: 'wait' });
    search.tell(endedAs('failed', a));
    expect(search.ask({ pending: [b], nextNumber: 2 })).toEqual({ kind: 'wait' });
    search.tell(complete(b, [1]));
    expect(search.suggest({ nextNumber: 2, count: 3 }).map(({ builtOn }) => builtOn)).toEqual([[1], [1], [1]]);
  });

  it('goes on with the start where nothing of a stage could be measured', () => {
    const trials = run(begin([shape, tune]), 12, () => Number.NaN);
    expect(branchOf(trials[11]?.params ?? {}, 'arch')).toBe(branchOf(trials[0]?.params ?? {}, 'arch'));
    expect(trials[11]?.builtOn).toEqual([]);
  });

  it('divides what is left of the budget by the shares, and gives the rest to the last', () => {
    const stages = [
      { ...shape, share: 2 },
      { ...tune, share: 1 },
      { ...tune, name: 'train', branches: ['train'] },
    ];
    const trials = run(begin(stages, { maxTrials: 16 }), 20, Math.sin);
    expect(trials.map(({ why }) => why['stage'])).toEqual([
      ...new Array<string>(8).fill('shape'),
      ...new Array<string>(4).fill('tune'),
      ...new Array<string>(8).fill('train'),
    ]);
  });

  it('ends a stage early at its gate, and what it saves is for those after it', () => {
    const gate = { patience: 3, minImprovement: 0.1 };
    const stages = [{ ...shape, gate }, tune, { ...tune, name: 'train', branches: ['train'] }];
    // 0, 0.2, then never more than 0.1 better than the last improvement.
    const trials = run(begin(stages, { maxTrials: 15 }), 15, (number) => (number === 1 ? 0.2 : number / 50));
    expect(trials.map(({ why }) => why['stage']).filter((name) => name === 'shape')).toHaveLength(5);
    expect(trials.map(({ why }) => why['stage']).filter((name) => name === 'tune')).toHaveLength(5);
  });

  it('divides a limit on device seconds as well', () => {
    const search = begin([shape, tune], { maxTrials: 100, maxDeviceSeconds: 40 });
    const trials = run(search, 9, () => 0, { seconds: 5 });
    expect(trials.map(({ why }) => why['stage'])).toEqual([
      ...new Array<string>(4).fill('shape'),
      ...new Array<string>(5).fill('tune'),
    ]);
  });

  it('searches around several winners in turn', () => {
    const trials = run(begin([{ ...shape, keep: 2 }, tune]), 12, (number) => (number < 6 ? number : 0));
    expect(trials.slice(6).map(({ builtOn }) => builtOn?.[0])).toEqual([5, 4, 5, 4, 5, 4]);
    expect(trials[6]?.why).toMatchObject({ lane: '1 of 2' });
  });

  it('keeps a spread of the front where there are several objectives', () => {
    const objectives: readonly Objective[] = [...maximize, { metric: 'cost', direction: 'minimize' }];
    const worth = [
      [1, 1],
      [2, 2],
      [2.1, 2.1],
      [3, 3],
      [0, 9],
      [0, 9],
    ];
    const search = begin([{ ...shape, keep: 3 }, tune], { objectives });
    const trials = run(search, 12, (number) => worth[number] ?? [0, 9]);
    expect(new Set(trials.slice(6).map(({ builtOn }) => builtOn?.[0]))).toEqual(new Set([0, 3, 1]));
  });

  it('runs the winner again where the next stage gives its trials more steps', () => {
    const trials = run(begin([{ ...shape, fidelity: 3 }, tune]), 12, (number) => number);
    expect(trials.slice(0, 6).map(({ fidelity }) => fidelity)).toEqual(new Array(6).fill(3));
    expect(trials.slice(6).map(({ fidelity }) => fidelity)).toEqual(new Array(6).fill(undefined));
    expect(trials[6]?.params).toEqual(trials[5]?.params);
    expect(trials[6]?.builtOn).toEqual([5]);
  });

  it('starts from the best of the points that somebody gave', () => {
    const search = begin([shape, tune]);
    const given = [0, 1].map((number) => ({ number, params: space.sample(createRng(`given ${number}`)) }));
    expect(search.ask({ pending: given.slice(1), nextNumber: 2 })).toEqual({ kind: 'wait' });
    search.tell(...given.map((trial): FinishedTrial => complete(trial, [trial.number], { lastStep: 9 })));
    const [next] = run(search, 1, () => 0);
    expect(branchOf(next?.params ?? {}, 'hp')).toBe(branchOf(given[1]?.params ?? {}, 'hp'));
    expect(next?.builtOn).toEqual([1]);
  });

  it('says the path of everything that is wrong with its searchers', () => {
    const wrong = (stage: object) => {
      const parsed = searcher.options.safeParse({ stages: [shape, { ...tune, ...stage }] });
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    };
    expect(wrong({ searcher: { name: 'tpee' } })).toEqual([
      expect.stringContaining('stages.1.searcher.name: unknown searcher "tpee"; did you mean "tpe"?'),
    ]);
    expect(wrong({ searcher: { name: 'tpe', options: { candidates: 0 } } })).toEqual([
      expect.stringContaining('stages.1.searcher.options.candidates: '),
    ]);
    expect(wrong({ searcher: { name: 'darts' } })).toEqual([expect.stringContaining('stages.1.searcher.name: darts')]);
    expect(wrong({ name: 'shape' })).toEqual([expect.stringContaining('stages.1.name: ')]);
    const nested = { name: 'staged', options: { stages: [{ ...tune, searcher: { name: 'gpp' } }] } };
    expect(wrong({ searcher: nested })).toEqual([
      expect.stringContaining('stages.1.searcher.options.stages.0.searcher.name: unknown searcher "gpp"'),
    ]);
  });

  it('completes the options of its searchers, and says which stages have nothing to search', () => {
    const parsed = searcher.options.safeParse({ stages: [shape, { ...tune, branches: ['aug'], searcher: undefined }] });
    if (!parsed.success) throw new Error('these options are right');
    expect(parsed.data).toMatchObject({ stages: [{}, { searcher: { name: 'tpe', options: { candidates: 24 } } }] });
    expect(searcher.spaceIssues?.(parsed.data, space)).toEqual([
      expect.objectContaining({ path: ['stages', 1, 'branches'], code: 'empty-branch' }),
    ]);
    const usual = searcher.options.safeParse({});
    expect(usual.success && searcher.spaceIssues?.(usual.data, space)).toEqual([]);
  });
});
