import type { ExperimentEvent } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createBench } from '../testing/bench.js';

describe('watching an experiment', () => {
  it('gives what was missed and then what comes, without gaps, until it is aborted', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    const abort = new AbortController();
    const seen: ExperimentEvent[] = [];
    const watching = (async () => {
      for await (const batch of bench.service.watch(id, 2, abort.signal)) {
        seen.push(...batch);
        if (batch.at(-1)?.type === 'experiment.completed') abort.abort();
      }
    })();
    await bench.runAll();
    await watching;
    const { lastSeq } = await bench.experiment(id);
    expect(seen.map((event) => event.seq)).toEqual(Array.from({ length: lastSeq - 2 }, (_, i) => i + 3));
  });

  it('ends at once when nothing comes and it is aborted, and stops listening', async () => {
    const bench = createBench();
    const { id, lastSeq } = await bench.create();
    const abort = new AbortController();
    const watch = bench.service.watch(id, lastSeq, abort.signal);
    const next = watch.next();
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('refuses an unknown experiment', async () => {
    await expect(createBench().service.watch('nobody', 0).next()).rejects.toMatchObject({ code: 'not-found' });
  });
});
