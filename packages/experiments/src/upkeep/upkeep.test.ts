import { describe, expect, it } from '@jest/globals';
import { type Bench, createBench } from '../testing/bench.js';
import { createUpkeep } from './upkeep.js';

const leaseMs = 30_000;

/** The upkeep of a bench, and the failures that it was told of. */
function upkeepOf({ store, service: ledger, clock }: Bench) {
  const failures: { experimentId: string; message: string }[] = [];
  const upkeep = createUpkeep({
    store,
    ledger,
    clock,
    leaseMs,
    everyMs: 1000,
    onFailure: (experimentId, cause) => failures.push({ experimentId, message: (cause as Error).message }),
  });
  /** Rounds once a second. */
  const serve = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 1000) {
      clock.advance(1000);
      await upkeep.round();
      await upkeep.settled();
    }
  };
  return { ...upkeep, failures, serve };
}

const crash = async () => {
  throw new Error('the thread is gone');
};

describe('upkeep', () => {
  it('does not charge a runner for an outage, and finds a dead one after it', async () => {
    const bench = createBench();
    const upkeep = upkeepOf(bench);
    await upkeep.serve(40_000);
    const { id } = await bench.create();
    const alive = await bench.claimOne('alive');
    const dead = await bench.claimOne('dead');

    bench.clock.advance(3_600_000);
    await upkeep.serve(10_000);
    expect(await bench.service.heartbeat(alive)).toBe('continue');
    await upkeep.serve(19_000);
    expect((await bench.experiment(id)).counts).toMatchObject({ running: 2 });
    await upkeep.serve(2_000);
    expect((await bench.experiment(id)).counts).toMatchObject({ running: 1, waiting: 1 });
    expect(await bench.service.heartbeat(dead)).toBe('cancel');
    expect(await bench.service.heartbeat(alive)).toBe('continue');
  });

  it('gives runners one more lease after a start', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    await bench.claimOne('dead');
    bench.clock.advance(3_600_000);
    const upkeep = upkeepOf(bench);
    await upkeep.serve(30_000);
    expect((await bench.experiment(id)).counts).toMatchObject({ running: 1 });
    await upkeep.serve(1_000);
    expect((await bench.experiment(id)).counts).toMatchObject({ running: 0 });
  });

  it('recovers every running experiment once, also when one of them fails', async () => {
    const before = createBench();
    const broken = await before.create({ name: 'broken' });
    const whole = await before.create({ name: 'whole' });
    for (const { id } of [broken, whole]) {
      for (const claim of await before.claim(2)) await before.complete(claim);
      for (const ticket of await before.store.takeTickets(9, { hideMs: 1 })) {
        await before.store.transaction(id, (tx) => tx.dequeue(ticket));
      }
    }
    const store: typeof before.store = {
      ...before.store,
      transaction: (id, work) =>
        id === broken.id ? Promise.reject(new Error('a damaged row')) : before.store.transaction(id, work),
    };
    const bench = createBench({ store });
    const upkeep = upkeepOf(bench);
    expect(await bench.claim(9)).toEqual([]);
    await upkeep.serve(1_000);
    expect(upkeep.failures).toEqual([{ experimentId: broken.id, message: 'a damaged row' }]);
    const claims = await bench.claim(9);
    expect(new Set(claims.map(({ experimentId }) => experimentId))).toEqual(new Set([whole.id]));
    // The broken one is tried again, with growing rests.
    await upkeep.serve(60_000);
    expect(upkeep.failures.length).toBeGreaterThan(4);
    expect(upkeep.failures.length).toBeLessThan(9);
  });

  it('finds dead runners of one experiment while the searcher of another is slow', async () => {
    const bench = createBench();
    const upkeep = upkeepOf(bench);
    await upkeep.serve(40_000);
    const slow = await bench.create({ name: 'slow', budget: { maxTrials: 9, maxParallel: 1, maxAttempts: 1 } });
    await bench.claimOne('dead');
    const quick = await bench.create({ name: 'quick', budget: { maxTrials: 9, maxParallel: 1 } });
    await bench.claimOne('dead');
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    bench.beforeAsk((name) => (name === 'slow' ? asked : Promise.resolve()));
    for (let second = 0; second < 40; second++) {
      bench.clock.advance(1000);
      await upkeep.round();
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect((await bench.experiment(quick.id)).counts).toMatchObject({ running: 0, waiting: 1 });
    expect((await bench.experiment(slow.id)).counts).toMatchObject({ running: 1 });
    answer();
    await upkeep.settled();
    expect((await bench.experiment(slow.id)).counts).toMatchObject({ failed: 1, waiting: 1 });
  });

  it('ends an experiment whose search host keeps failing, and no other', async () => {
    const bench = createBench();
    const upkeep = upkeepOf(bench);
    await upkeep.serve(40_000);
    const budget = { maxTrials: 9, maxParallel: 1, maxAttempts: 1 };
    const broken = await bench.create({ name: 'broken', budget });
    const whole = await bench.create({ name: 'whole', budget });
    await bench.claim(2, 'dead');
    bench.beforeAsk((name) => (name === 'broken' ? crash() : Promise.resolve()));
    await upkeep.serve(60_000);
    expect(await bench.experiment(whole.id)).toMatchObject({ state: 'running', counts: { failed: 1, waiting: 1 } });
    expect(await bench.experiment(broken.id)).toMatchObject({ state: 'running', counts: { running: 1 } });
    await upkeep.serve(60_000);
    expect(await bench.experiment(broken.id)).toMatchObject({
      state: 'failed',
      counts: { running: 0, cancelled: 1 },
      failure:
        'the searcher could not be asked: the thread is gone; it was tried again and again for a minute; clone the experiment with another searcher or a smaller space',
    });
    const before = upkeep.failures.length;
    await upkeep.serve(60_000);
    expect(upkeep.failures).toHaveLength(before);
  });

  it('bears a search host that fails for a moment', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 9, maxParallel: 1 } });
    const claim = await bench.claimOne();
    bench.beforeAsk(crash);
    for (let i = 0; i < 20; i++) {
      bench.clock.advance(1000);
      await expect(bench.complete(claim)).rejects.toThrow('the thread is gone');
    }
    bench.beforeAsk(null);
    expect(await bench.complete(claim)).toBe(true);
    expect(await bench.experiment(id)).toMatchObject({ state: 'running', counts: { complete: 1, waiting: 1 } });
  });
});
