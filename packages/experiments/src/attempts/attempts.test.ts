import { createRegistry } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { completeOutcome, createBench, testRunner } from '../testing/bench.js';
import { testSearchers } from '../testing/test-searchers.js';

const crash = (retry: boolean) =>
  ({
    kind: 'failed',
    failure: { code: 'crashed', message: 'exit code 1', stderr: 'oh no' },
    retry,
    artifacts: [{ name: 'log', kind: 'log', digest: `sha256:${'a'.repeat(64)}`, bytes: 5 }],
  }) as const;

describe('attempts', () => {
  it('take a retry after a failure, until they are used up', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 1, maxAttempts: 2 } });
    const first = await bench.claimOne();
    expect(await bench.service.finish(first, crash(true))).toBe(true);
    expect((await bench.store.trials(id))[0]).toMatchObject({ state: 'waiting', epoch: 1 });
    const second = await bench.claimOne();
    expect(second).toMatchObject({ number: 0, epoch: 2, params: first.params });
    expect(await bench.service.finish(second, crash(true))).toBe(true);
    expect((await bench.store.trials(id))[0]).toMatchObject({
      state: 'failed',
      failure: { code: 'crashed', message: 'exit code 1', stderr: 'oh no' },
    });
    expect((await bench.store.attempts(first.trialId)).map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(await bench.store.artifacts(first.trialId)).toHaveLength(1);
    expect(await bench.experiment(id)).toMatchObject({
      state: 'failed',
      failure: 'none of 1 trials completed; the most common failure (1 of 1) is crashed: exit code 1',
    });
  });

  it('are scored by the reward that the search asks for, at each report and at the end', async () => {
    const bench = createBench();
    // The trial's size is the cost: known before it runs.
    const space = { hp: { units: { type: 'categorical', choices: [10] } } };
    const reward = { accuracy: 'score', cost: 'units', target: 5, alpha: 0, beta: -1 };
    const { id } = await bench.create({
      space,
      objectives: [{ metric: 'reward', reward }],
      searcher: { name: 'uniform' },
      pruner: null,
      final: { top: 0 },
    });
    const claimed = await bench.claimOne();
    await bench.service.report(claimed, [{ step: 1, metrics: { score: 0.6 } }]);
    expect(await bench.store.reports(claimed.trialId)).toMatchObject([{ metrics: { score: 0.6, reward: 0.3 } }]);
    await bench.service.finish(claimed, { kind: 'complete', metrics: { score: 0.8 }, artifacts: [] });
    const [trial] = await bench.store.trials(id);
    expect(trial).toMatchObject({ state: 'complete', values: [0.4], metrics: { units: 10, score: 0.8, reward: 0.4 } });
    const unscored = await bench.claimOne();
    await bench.service.finish(unscored, { kind: 'complete', metrics: {}, artifacts: [] });
    expect((await bench.store.trials(id))[1]).toMatchObject({
      state: 'failed',
      failure: { message: 'it did not measure reward; it measured units' },
    });
  });

  it('are not repeated when a retry can’t help', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    await bench.service.finish(await bench.claimOne(), crash(false));
    expect((await bench.store.trials(id))[0]).toMatchObject({ state: 'failed', epoch: 1 });
  });

  it('are fenced: a runner that was declared dead can’t write', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 1 } });
    const dead = await bench.claimOne('dead');
    bench.clock.advance(30_000);
    expect(await bench.loseSilent()).toBe(0);
    bench.clock.advance(1);
    expect(await bench.loseSilent()).toBe(1);
    expect(await bench.loseSilent()).toBe(0);
    const alive = await bench.claimOne('alive');
    expect(alive).toMatchObject({ trialId: dead.trialId, epoch: 2 });

    expect(await bench.service.report(dead, [{ step: 1, metrics: { loss: 0 } }])).toBe('cancel');
    expect(await bench.service.heartbeat(dead)).toBe('cancel');
    expect(await bench.service.finish(dead, { kind: 'complete', metrics: { loss: 0 }, artifacts: [] })).toBe(false);
    expect(await bench.service.report({ ...dead, epoch: 2 }, [])).toBe('cancel');
    expect(await bench.store.reports(dead.trialId)).toEqual([]);
    expect(await bench.complete(alive)).toBe(true);
    expect(await bench.service.finish(dead, { kind: 'cancelled' })).toBe(false);

    const types = (await bench.store.events(id, 0, 100)).map(({ type }) => type);
    expect(types.filter((type) => type === 'report.late')).toHaveLength(1);
    expect(types).toContain('attempt.lost');
    expect((await bench.store.trials(id))[0]).toMatchObject({ state: 'complete', epoch: 2 });
  });

  it('live as long as their runner reports or beats', async () => {
    const bench = createBench();
    await bench.create();
    const claim = await bench.claimOne();
    for (let i = 0; i < 5; i++) {
      bench.clock.advance(20_000);
      const answer = i % 2 ? bench.service.report(claim, []) : bench.service.heartbeat(claim);
      expect(await answer).toBe('continue');
      expect(await bench.loseSilent()).toBe(0);
    }
    bench.clock.advance(30_001);
    expect(await bench.loseSilent()).toBe(1);
  });

  it('that are handed back do not count, unless it goes on forever', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 1, maxAttempts: 2 } });
    for (let i = 0; i < 21; i++) {
      expect(await bench.service.finish(await bench.claimOne(), { kind: 'handed-back' })).toBe(true);
      expect((await bench.store.trials(id))[0]).toMatchObject({ state: 'waiting', epoch: i + 1 });
    }
    await bench.service.finish(await bench.claimOne(), { kind: 'handed-back' });
    expect((await bench.store.trials(id))[0]).toMatchObject({ state: 'failed', failure: { code: 'lost' } });
  });

  it('finish once: repeating it is answered true and changes nothing', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    const claim = await bench.claimOne();
    expect(await bench.complete(claim)).toBe(true);
    const before = await bench.experiment(id);
    expect(await bench.complete(claim)).toBe(true);
    expect(await bench.service.finish(claim, crash(true))).toBe(true);
    expect(await bench.experiment(id)).toEqual(before);

    const failing = await bench.claimOne();
    expect(await bench.service.finish(failing, crash(true))).toBe(true);
    expect(await bench.service.finish(failing, crash(true))).toBe(true);
    expect((await bench.store.trials(id))[failing.number]).toMatchObject({ state: 'waiting', epoch: 1 });
  });

  it('of unknown experiments, trials and attempts are stale, not errors', async () => {
    const bench = createBench();
    await bench.create();
    const claim = await bench.claimOne();
    for (const stale of [
      { ...claim, experimentId: 'x' },
      { ...claim, trialId: 'x' },
      { ...claim, attemptId: 'x' },
      { ...claim, epoch: 7 },
    ]) {
      expect(await bench.service.report(stale, [{ step: 1, metrics: { loss: 1 } }])).toBe('cancel');
      expect(await bench.service.heartbeat(stale)).toBe('cancel');
      expect(await bench.service.finish(stale, completeOutcome(claim))).toBe(false);
    }
    expect(await bench.service.heartbeat(claim)).toBe('continue');
  });

  it('keep what they report, and end with their newest metrics', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    const claim = await bench.claimOne();
    await bench.service.report(claim, [
      { step: 1, metrics: { loss: 3, extra: Number.NaN } },
      { step: 2, metrics: { loss: 2 } },
    ]);
    expect((await bench.store.trials(id))[0]).toMatchObject({ metrics: { loss: 2 }, lastStep: 2 });
    expect((await bench.store.reports(claim.trialId)).map(({ step, metrics }) => [step, metrics])).toEqual([
      [1, { loss: 3, extra: null }],
      [2, { loss: 2 }],
    ]);
    await bench.service.finish(claim, { kind: 'complete', metrics: { last: 1 }, artifacts: [] });
    expect((await bench.store.trials(id))[0]).toMatchObject({
      metrics: { units: 1, loss: 2, last: 1 },
      values: [2],
      lastStep: 2,
    });
    await expect(bench.service.report(claim, [{ step: 0, metrics: {} }])).rejects.toMatchObject({ code: 'fix-input' });
  });

  it('of older experiments bring the options that their searcher has got since, at their defaults', async () => {
    const before = createBench();
    await before.create({ searcher: { name: 'climb', options: { step: 2 } } });
    const climb = testSearchers.get('climb');
    const since = z.strictObject({ step: z.number().default(1), reach: z.number().default(7) });
    const searchers = createRegistry('searcher', [{ ...climb, options: since }]);
    const after = createBench({ store: before.store, searchers });
    expect((await after.claimOne()).searcher).toEqual({ name: 'climb', options: { step: 2, reach: 7 } });
    // An option that is there no more: the search says so, the trial that waits is evaluated as it was meant.
    const fewer = createRegistry('searcher', [{ ...climb, options: z.strictObject({}) }]);
    const later = createBench({ store: before.store, searchers: fewer });
    expect((await later.claimOne()).searcher).toEqual({ name: 'climb', options: { step: 2 } });
  });

  it('are given to runners that waited for work', async () => {
    const bench = createBench();
    const waiting = bench.service.claim(testRunner('early'), 2, { waitMs: 20_000 });
    const { id } = await bench.create();
    expect((await waiting).map((claim) => claim.number)).toEqual([0, 1]);
    expect(await bench.experiment(id)).toMatchObject({ counts: { running: 2 } });
    expect(bench.clock.sleepers()).toBe(0);
  });

  it('are given of one experiment alone to a runner that asks for no other', async () => {
    const bench = createBench();
    const first = await bench.create({ name: 'first' });
    const second = await bench.create({ name: 'second' });
    const claimOf = (experimentId: string, count: number) =>
      bench.service.claim(testRunner('one'), count, { waitMs: 0, experimentId });
    const claims = await claimOf(second.id, 9);
    expect(claims.map(({ experimentId }) => experimentId)).toEqual([second.id, second.id]);
    expect(await claimOf(second.id, 9)).toEqual([]);
    expect((await bench.claim(9)).map(({ experimentId }) => experimentId)).toEqual([first.id, first.id]);
  });

  it('are not given when the time of a claim is over, or it was aborted', async () => {
    const bench = createBench();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const late = bench.service.claim(testRunner('late'), 1, { waitMs: 1000 });
    await turn();
    expect(bench.clock.sleepers()).toBe(1);
    bench.clock.advance(1000);
    expect(await late).toEqual([]);
    const abort = new AbortController();
    const aborted = bench.service.claim(testRunner('late'), 1, { waitMs: 1000, signal: abort.signal });
    await turn();
    abort.abort();
    expect(await aborted).toEqual([]);
    await bench.create();
    expect(await bench.claim()).toHaveLength(1);
  });
});
