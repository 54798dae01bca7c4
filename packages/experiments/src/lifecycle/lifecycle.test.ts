import { describe, expect, it } from '@jest/globals';
import { createBench, sphereSpec } from '../testing/bench.js';

describe('the life of an experiment', () => {
  it('begins with created, and waits to be started', async () => {
    const bench = createBench();
    const created = await bench.service.create({ workspaceId: 'w', input: sphereSpec() });
    expect(created).toEqual(await bench.experiment(created.id));
    expect(created).toMatchObject({ state: 'created', startedAt: null, lastSeq: 1 });
    expect(await bench.claim()).toEqual([]);
    const started = await bench.service.start(created.id);
    expect(started).toEqual(await bench.experiment(created.id));
    expect(started).toMatchObject({ state: 'running', startedAt: bench.clock.now(), counts: { waiting: 2 } });
  });

  it('is not begun by a specification that is wrong', async () => {
    const bench = createBench();
    const refused = bench.service.create({ workspaceId: 'w', input: sphereSpec({ searcher: { name: 'clim' } }) });
    await expect(refused).rejects.toMatchObject({
      code: 'fix-input',
      message:
        'searcher.name: unknown searcher "clim"; did you mean "climb"? Known: climb, faulty, five, generations, uniform',
      issues: [{ path: ['searcher', 'name'], code: 'unknown-searcher' }],
    });
  });

  it('begins with its first trials, or not at all', async () => {
    const memory = createBench();
    const inserted: string[] = [];
    const bench = createBench({
      store: {
        ...memory.store,
        insert(experiment, work) {
          inserted.push(experiment.id);
          return memory.store.insert(experiment, work);
        },
      },
    });
    bench.beforeAsk(async () => Promise.reject(new Error('the thread is gone')));
    await expect(bench.create()).rejects.toThrow('the thread is gone');
    expect(inserted).toHaveLength(1);
    expect(await memory.store.find(inserted[0] ?? '')).toBeUndefined();
    bench.beforeAsk(null);
    expect(await bench.create()).toMatchObject({ state: 'running', counts: { waiting: 2 } });
  });

  it('begins once, however often the same request comes', async () => {
    const bench = createBench();
    const id = globalThis.crypto.randomUUID();
    const request = { workspaceId: 'w', id, input: sphereSpec(), start: true };
    const [first, second] = await Promise.all([bench.service.create(request), bench.service.create(request)]);
    expect([first.id, second.id]).toEqual([id, id]);
    expect(await bench.store.trials(id)).toHaveLength(2);
    const running = await bench.claimOne();
    expect(await bench.service.create(request)).toMatchObject({ id, counts: { running: 1, waiting: 1 } });
    expect(await bench.complete(running)).toBe(true);
  });

  it.each([
    ['another specification', { input: sphereSpec({ seed: 2 }) }],
    ['another workspace', { workspaceId: 'v' }],
  ])('refuses the id of another experiment: of %s', async (_what, change) => {
    const bench = createBench();
    const id = globalThis.crypto.randomUUID();
    const request = { workspaceId: 'w', id, input: sphereSpec() };
    await bench.service.create(request);
    await expect(bench.service.create({ ...request, ...change })).rejects.toMatchObject({
      code: 'conflict',
      issues: [{ path: ['id'], code: 'id-taken' }],
    });
    expect(await bench.experiment(id)).toMatchObject({ workspaceId: 'w', spec: { seed: 1 } });
  });

  it('pauses: nothing starts, what runs may finish, and resuming goes on', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 4, maxParallel: 2 } });
    const running = await bench.claimOne();
    expect(await bench.service.pause(id)).toMatchObject({ state: 'paused' });
    expect(await bench.claim(5)).toEqual([]);
    expect(await bench.service.report(running, [{ step: 1, metrics: { loss: 1 } }])).toBe('continue');
    expect(await bench.complete(running)).toBe(true);
    expect((await bench.experiment(id)).counts).toMatchObject({ waiting: 1, running: 0, complete: 1 });
    await bench.service.resume(id);
    expect(await bench.runAll()).toEqual([1, 2, 3]);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', counts: { complete: 4 } });
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
  });

  it('completes on resume when all that was left finished during the pause', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 2, maxParallel: 2 } });
    const claims = await bench.claim(2);
    await bench.service.pause(id);
    for (const claim of claims) await bench.complete(claim);
    expect((await bench.experiment(id)).state).toBe('paused');
    expect((await bench.service.resume(id)).state).toBe('complete');
  });

  it('stops: waiting and running trials are cancelled, their runners hear of it', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    const running = await bench.claimOne();
    const stopped = await bench.service.stop(id);
    expect(stopped).toMatchObject({ state: 'stopped', counts: { waiting: 0, running: 0, cancelled: 2 } });
    expect(await bench.service.heartbeat(running)).toBe('cancel');
    expect(await bench.service.report(running, [{ step: 1, metrics: { loss: 1 } }])).toBe('cancel');
    expect(await bench.service.finish(running, { kind: 'cancelled' })).toBe(false);
    expect(await bench.claim(5)).toEqual([]);
    expect((await bench.store.attempts(running.trialId))[0]).toMatchObject({ state: 'cancelled' });
    const events = await bench.store.events(id, 0, 100);
    expect(events.map(({ type }) => type)).not.toContain('report.late');
  });

  it('goes on after a stop or an end when it is extended', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 3, maxParallel: 1 } });
    await bench.runAll();
    expect(await bench.service.extend(id, 2)).toMatchObject({ state: 'running', phase: 'search', maxTrials: 5 });
    expect(await bench.runAll()).toEqual([3, 4]);
    await bench.service.extend(id, 3);
    await bench.service.stop(id);
    expect(await bench.service.extend(id, 1)).toMatchObject({ state: 'running', maxTrials: 9, finishedAt: null });
    expect(await bench.runAll()).toEqual([6, 7, 8]);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', counts: { complete: 8, cancelled: 1 } });
    expect(await bench.service.replay(id)).toEqual({ suggestions: 9, mismatches: [] });
  });

  it('can be cloned at any moment, with another seed and name', async () => {
    const bench = createBench();
    const { id } = await bench.create({ pruner: { name: 'worst' }, constraints: [{ metric: 'units', max: 3 }] });
    const clone = await bench.service.clone(id, { seed: 5, name: 'again' });
    const original = await bench.experiment(id);
    expect(clone).toMatchObject({ state: 'created', clonedFrom: id, workspaceId: 'w', nextTrialNumber: 0 });
    expect(clone.spec).toEqual({ ...original.spec, seed: 5, name: 'again' });
    expect((await bench.service.clone(id, { start: true })).state).toBe('running');
  });

  it('refuses a step that its state does not allow, and says what to do', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    await expect(bench.service.start(id)).rejects.toMatchObject({
      code: 'conflict',
      message: 'experiment "a search" is running and can\'t be started; pause or stop it first',
    });
    await expect(bench.service.resume(id)).rejects.toMatchObject({ code: 'conflict' });
    await bench.service.stop(id);
    await expect(bench.service.pause(id)).rejects.toMatchObject({
      message: 'experiment "a search" is stopped and can\'t be paused; extend it to search on, or clone it',
    });
    await expect(bench.service.stop(id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(bench.service.extend(id, 0)).rejects.toMatchObject({ code: 'fix-input' });
    for (const call of ['start', 'pause', 'resume', 'stop'] as const) {
      await expect(bench.service[call]('nobody')).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('can’t be extended when the searcher has nothing left', async () => {
    const bench = createBench();
    const { id } = await bench.create({ searcher: { name: 'five' }, budget: { maxTrials: 50, maxParallel: 9 } });
    await bench.runAll();
    await expect(bench.service.extend(id, 5)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('survives a restart of the server with other versions of its algorithms', async () => {
    const { upgradedSearchers } = await import('../testing/test-searchers.js');
    const plain = createBench();
    const reference = await plain.create({ budget: { maxTrials: 12, maxParallel: 2 } });
    await plain.runAll();

    const before = createBench();
    const { id } = await before.create({ budget: { maxTrials: 12, maxParallel: 2 } });
    for (let i = 0; i < 5; i++) await before.complete(await before.claimOne());
    const running = await before.claimOne();
    const after = createBench({ store: before.store, searchers: upgradedSearchers });
    await after.recoverAll();
    await after.complete(running);
    await after.runAll();
    const paramsOf = async (bench: typeof before, experimentId: string) =>
      (await bench.store.trials(experimentId)).map((trial) => trial.params);
    expect(await paramsOf(after, id)).toEqual(await paramsOf(plain, reference.id));
    expect((await after.algorithm(id, 'searcher'))?.version).toBe(2);
  });

  it('gives waiting trials a ticket again after a restart that lost the queue', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    for (const ticket of await bench.store.takeTickets(9, { hideMs: 1 })) {
      await bench.store.transaction(id, (tx) => tx.dequeue(ticket));
    }
    expect(await bench.claim(9)).toEqual([]);
    await bench.recoverAll();
    await bench.recoverAll();
    expect(await bench.runAll()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
