import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type Bench, createBench } from '../testing/bench.js';

const hp = { x: { type: 'float', low: 0, high: 1 }, y: { type: 'float', low: 0, high: 1 } };
const aug = { dialect: 'randaugment', subset: 'all' };

async function started(spec: JsonObject = {}) {
  const bench = createBench();
  const { id } = await bench.create({
    space: { hp, aug },
    searcher: { name: 'uniform' },
    budget: { maxTrials: 5, maxParallel: 1 },
    final: { top: 1 },
    ...spec,
  });
  return { bench, id };
}

async function trialsOf({ bench, id }: { bench: Bench; id: string }) {
  return (await bench.store.trials(id)).map(({ number, mode, params, why }) => ({ number, mode, params, why }));
}

describe('baselines', () => {
  it('run beside the search of a policy: the first design, and at the end the best one, with other policies', async () => {
    const search = await started();
    const { bench, id } = search;
    await bench.runAll();
    const experiment = await bench.experiment(id);
    expect(experiment).toMatchObject({ state: 'complete', counts: { complete: 5 } });
    expect(experiment.spec.baselines).toEqual(['none', 'trivialaugment-wide']);
    const trials = await trialsOf(search);
    const [first, none, trivial, second] = trials;
    const others = { 'hp.x': first?.params['hp.x'], 'hp.y': first?.params['hp.y'] };
    expect([first?.mode, second?.mode]).toEqual([null, null]);
    expect(none).toMatchObject({ mode: 'baseline', params: { ...others, 'aug.policy': 'none' } });
    expect(trivial).toMatchObject({ mode: 'baseline', params: { ...others, 'aug.policy': 'trivialaugment-wide' } });
    expect(trivial?.why).toEqual({ by: 'baseline', policy: 'trivialaugment-wide', design: 0 });
    expect(Object.keys(trivial?.params ?? {})).toHaveLength(3);
    const best = trials.find(({ number }) => number === experiment.bestTrial);
    const last = trials.filter(({ mode, number }) => mode === 'baseline' && number > 2);
    expect(last.map(({ params }) => params)).toEqual(
      ['none', 'trivialaugment-wide'].map((policy) => ({
        'hp.x': best?.params['hp.x'],
        'hp.y': best?.params['hp.y'],
        'aug.policy': policy,
      })),
    );
    expect(await bench.service.replay(id)).toEqual({ suggestions: 5, mismatches: [] });
  });

  it('are never the best and never cost the budget, and keep to the parallelism', async () => {
    const { bench, id } = await started({ budget: { maxTrials: 4, maxParallel: 2 } });
    expect(await bench.claim(8)).toHaveLength(2);
    const claims = await bench.store.trials(id);
    expect(claims.map(({ mode }) => mode)).toEqual([null, 'baseline']);
    for (const trial of claims) expect(trial.state).toBe('running');
  });

  it('are claimed as ordinary trials of a space with the published policies', async () => {
    const { bench } = await started();
    await bench.complete(await bench.claimOne());
    const claim = await bench.claimOne();
    expect(claim).toMatchObject({ number: 1, mode: null, space: { hp, aug: { dialect: 'published' } } });
    expect(claim.params['aug.policy']).toBe('none');
  });

  it('run once where nothing but the policy is searched, and not at all without one, or when none is wanted', async () => {
    const modes = async (spec: JsonObject) => {
      const search = await started({ final: { top: 0 }, ...spec });
      await search.bench.runAll();
      return (await trialsOf(search)).map(({ mode }) => mode);
    };
    const baselines = (all: readonly (string | null)[]) => all.filter((mode) => mode === 'baseline').length;
    expect(baselines(await modes({ space: { aug } }))).toBe(2);
    expect(baselines(await modes({ space: { hp } }))).toBe(0);
    expect(baselines(await modes({ baselines: [] }))).toBe(0);
    expect(baselines(await modes({ space: { hp, aug: { dialect: 'trivialaugment' } } }))).toBe(0);
    expect(baselines(await modes({ space: { aug }, baselines: ['autoaugment-svhn'] }))).toBe(1);
  });

  it('are refused where their name is unknown', async () => {
    await expect(started({ baselines: ['none', 'trivialaugmint'] })).rejects.toMatchObject({
      issues: [{ path: ['baselines', 1], message: expect.stringContaining('did you mean "trivialaugment-wide"') }],
    });
  });
});
