import { createRng, type FinishedTrial, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, minimize, type SearchDriver } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { searchers } from '../../registry.js';

const unit = { type: 'float', low: 0, high: 1 };
const space = requireSpace({
  hp: { x: unit, y: unit },
  arch: { dialect: 'cnn-chain', maxStages: 3 },
  train: { dialect: 'procedure' },
});
const searcher = searchers.get('branch-bandit');
const begin = (options: object = {}) =>
  driveSearch({
    searcher,
    space,
    options: { startTrials: 6, joint: { name: 'random' }, ...options },
    objectives: minimize,
    maxStep: 5,
    budget: { maxTrials: 200 },
  });

/** Distance of hp from its optimum; nothing else matters. */
const hpOnly = (params: Params) => Math.abs(Number(params['hp.x']) - 0.3) + Math.abs(Number(params['hp.y']) - 0.8);

/** Asks and tells one by one. */
function run(
  search: SearchDriver,
  count: number,
  loss: (params: Params) => number,
  secondsOf: (arm: string) => number = () => 1,
) {
  return Array.from({ length: count }, () => {
    const number = search.history.trials.length;
    const [suggestion] = search.suggest({ nextNumber: number, rng: createRng(`trial ${number}`) });
    if (suggestion === undefined) throw new Error(`there is nothing for trial ${number}`);
    const { params, builtOn = [] } = suggestion;
    const why = suggestion.why as { arm: string; suggested: object };
    const trial = complete({ number, params }, [loss(params)], { lastStep: 5, seconds: secondsOf(why.arm) });
    search.tell(trial);
    return { ...trial, why, arm: why.arm, builtOn };
  });
}

const changed = (a: Params, b: Params) =>
  new Set(
    [...Object.keys(a), ...Object.keys(b)].filter((name) => a[name] !== b[name]).map((name) => name.split('.')[0]),
  );
const count = (trials: readonly { arm: string }[], arm: string) => trials.filter((trial) => trial.arm === arm).length;

describe('the bandit over branches', () => {
  it('changes one branch of the best trial so far, after a joint start', () => {
    const trials = run(begin(), 40, hpOnly);
    expect(new Set(trials.slice(0, 6).map(({ arm }) => arm))).toEqual(new Set(['all']));
    const single = trials.filter(({ arm }) => arm !== 'all');
    expect(new Set(single.map(({ arm }) => arm))).toEqual(new Set(['hp', 'arch', 'train']));
    for (const { number, params, arm, builtOn } of single) {
      const [base = -1] = builtOn;
      const before = trials.slice(0, number);
      expect(before[base]?.values?.[0]).toBe(Math.min(...before.map(lossOf)));
      expect(changed(params, before[base]?.params ?? {})).toEqual(new Set([arm]));
    }
  });

  it('keeps to the arm that improves most per device-second', () => {
    const counts = (secondsOf: (arm: string) => number) => {
      const trials = run(begin(), 90, hpOnly, secondsOf).slice(6);
      return { hp: count(trials, 'hp'), arch: count(trials, 'arch') };
    };
    const alike = counts(() => 1);
    expect(alike.hp).toBeGreaterThan(1.5 * alike.arch);
    expect(counts((arm) => (arm === 'hp' ? 100 : 1)).hp).toBeLessThan(alike.hp / 1.5);
  });

  it('mutates by small steps where a branch has no searcher of its own', () => {
    const steps = run(begin(), 60, hpOnly)
      .filter(({ arm }) => arm === 'hp')
      .map(({ why }) => why.suggested);
    expect(steps).toEqual(steps.map(() => expect.objectContaining({ by: 'mutation' })));
  });

  it('lets a branch have a searcher of its own, around the best trial', () => {
    const options = { branches: { hp: { name: 'local-search' } } };
    const jointIsDear = (arm: string) => (arm === 'all' ? 100 : 1);
    const trials = run(begin(options), 60, hpOnly, jointIsDear);
    const own = trials.filter(({ arm }) => arm === 'hp');
    expect(own.length).toBeGreaterThan(10);
    for (const { params, builtOn } of own) {
      expect(changed(params, trials[builtOn[0] ?? -1]?.params ?? {})).toEqual(new Set(['hp']));
    }
    expect(run(begin(options), 60, hpOnly, jointIsDear)).toEqual(trials);
  });

  it('refuses searchers that end trials early', () => {
    const parsed = searcher.options.safeParse({ branches: { arch: { name: 'asha' } } });
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path)).toEqual([['branches', 'arch', 'name']]);
  });
});

function lossOf({ values }: FinishedTrial): number {
  return values?.[0] ?? Number.NaN;
}
