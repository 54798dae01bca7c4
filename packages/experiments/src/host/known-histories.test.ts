import type { FinishedTrial, FoldContext, HistoryFold, SearchHost } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createBench, tasks } from '../testing/bench.js';
import { testPruners } from '../testing/test-pruners.js';
import { testSearchers } from '../testing/test-searchers.js';
import { createInProcessSearchHost } from './in-process-search-host.js';
import { createKnownHistories } from './known-histories.js';

const trial = (number: number, value = 0): FinishedTrial => ({
  number,
  params: { b: 1, a: 2 },
  state: 'complete',
  values: [value],
  metrics: {},
  lastStep: 1,
  violation: 0,
});
const values: HistoryFold<number[]> = { start: () => [], add: (all, { values: told }) => [...all, told?.[0] ?? -1] };

describe('a remembered history', () => {
  const context = {} as FoldContext;

  it('takes the same trials again, and what is different instead of what it had', () => {
    const known = createKnownHistories().recall('an experiment', context);
    known.tell(0, [trial(0, 5), trial(1, 6)]);
    known.tell(1, [trial(1, 6), trial(2, 7)]);
    expect(known.history.fold(values)).toEqual([5, 6, 7]);
    const digest = known.digest(2);
    known.tell(1, [{ ...trial(1, 6), params: { a: 2, b: 1 } }, trial(3, 8)]);
    expect(known.history.fold(values)).toEqual([5, 6, 8]);
    expect(known.digest(2)).toBe(digest);
    known.tell(1, [trial(1, 9)]);
    expect(known.history.fold(values)).toEqual([5, 9]);
    expect(known.digest(2)).not.toBe(digest);
  });

  it('is forgotten when 64 others were used since', () => {
    const histories = createKnownHistories();
    histories.recall('old', context).tell(0, [trial(0)]);
    for (let i = 0; i < 63; i++) histories.recall(`other ${i}`, context);
    expect(histories.recall('old', context).length).toBe(1);
    for (let i = 0; i < 64; i++) histories.recall(`other ${i}`, context);
    expect(histories.recall('old', context).length).toBe(0);
  });
});

describe('asking a host', () => {
  const newHost = () => createInProcessSearchHost({ searchers: testSearchers, pruners: testPruners, tasks });

  const search = async (host: SearchHost) => {
    const bench = createBench({ host });
    const { id } = await bench.create({ budget: { maxTrials: 30, maxParallel: 3 } });
    await bench.runAll();
    const { mismatches } = await bench.service.replay(id);
    expect(mismatches).toEqual([]);
    return (await bench.store.trials(id)).map(({ params, why }) => ({ params, why }));
  };

  it('comes to the same when each ask finds another host that is behind, or one that forgot everything', async () => {
    const hosts = [newHost(), newHost(), newHost()];
    let asked = 0;
    const another = () => hosts[asked++ % hosts.length] ?? newHost();
    const expected = await search(newHost());
    expect(expected).toHaveLength(30);
    expect(await search({ ...newHost(), ask: (request) => another().ask(request) })).toEqual(expected);
    expect(await search({ ...newHost(), ask: (request) => newHost().ask(request) })).toEqual(expected);
  });

  it('comes to the same when what the host heard was undone', async () => {
    const host = newHost();
    let heard = 0;
    const disturbed: SearchHost = {
      ...host,
      async ask(request) {
        heard += 1;
        const phantom = { ...trial(1000 + heard, -1), params: { 'hp.x': 0.5, 'hp.y': 0.5 } };
        if (heard % 3 === 0 && request.tell.from === undefined) {
          await host.ask({ ...request, count: 0, tell: { trials: [...request.tell.trials, phantom] } });
        }
        return host.ask(request);
      },
    };
    expect(await search(disturbed)).toEqual(await search(newHost()));
  });
});
