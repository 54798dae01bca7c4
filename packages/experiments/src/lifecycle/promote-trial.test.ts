import { describe, expect, it } from '@jest/globals';
import { createBench } from '../testing/bench.js';

async function ended() {
  const bench = createBench();
  const { id } = await bench.create({ budget: { maxTrials: 2, maxParallel: 1 } });
  await bench.runAll();
  return { bench, id };
}

describe('promoting a trial', () => {
  it('says which one, by whom and when, until another is chosen or it is taken back', async () => {
    const { bench, id } = await ended();
    const { promotion } = await bench.service.promote(id, { trial: 1, by: 'Ada' });
    expect(promotion).toEqual({ trial: 1, by: 'Ada', at: bench.clock.now() });
    expect((await bench.service.promote(id, { trial: 0, by: 'Grace' })).promotion).toMatchObject({
      trial: 0,
      by: 'Grace',
    });
    expect((await bench.service.demote(id, { trial: 1, by: 'Ada' })).promotion).toMatchObject({ trial: 0 });
    expect((await bench.service.demote(id, { trial: 0, by: 'Ada' })).promotion).toBeNull();
    const events = (await bench.store.events(id, 0, 100)).filter(({ type }) => type.endsWith('moted'));
    expect(events.map(({ type, trialNumber, payload }) => [type, trialNumber, payload])).toEqual([
      ['trial.promoted', 1, { by: 'Ada' }],
      ['trial.promoted', 0, { by: 'Grace' }],
      ['trial.demoted', 0, { by: 'Ada' }],
    ]);
  });

  it('happens once, however often it is asked for, and changes nothing else', async () => {
    const { bench, id } = await ended();
    const before = await bench.experiment(id);
    const first = await bench.service.promote(id, { trial: 1, by: 'Ada' });
    expect(await bench.service.promote(id, { trial: 1, by: 'Grace' })).toEqual(first);
    expect(first).toEqual({ ...before, promotion: first.promotion, lastSeq: before.lastSeq + 1 });
    await bench.service.demote(id, { trial: 1, by: 'Ada' });
    expect((await bench.service.demote(id, { trial: 1, by: 'Ada' })).lastSeq).toBe(before.lastSeq + 2);
    expect(await bench.service.replay(id)).toEqual({ suggestions: 2, mismatches: [] });
  });

  it('is refused for a trial that was judged without a training, though it is complete', async () => {
    const bench = createBench();
    const warmStart = { screening: { metric: 'guess', candidates: 2, keep: 1 } };
    const { id } = await bench.create({ warmStart, budget: { maxTrials: 3, maxParallel: 1 } });
    await bench.runAll();
    await expect(bench.service.promote(id, { trial: 0, by: 'Ada' })).rejects.toMatchObject({
      code: 'conflict',
      message: "trial #0 can't be promoted: it was judged without a training; train it again and promote that",
    });
    expect((await bench.service.promote(id, { trial: 2, by: 'Ada' })).promotion).toMatchObject({ trial: 2 });
  });

  it('is refused for a trial without a model, and for one that is not there', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    await expect(bench.service.promote(id, { trial: 0, by: 'Ada' })).rejects.toMatchObject({
      code: 'conflict',
      message: "trial #0 can't be promoted: it is waiting; only a complete trial leaves a model",
    });
    await expect(bench.service.promote(id, { trial: 99, by: 'Ada' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(bench.service.demote('nobody', { trial: 0, by: 'Ada' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
