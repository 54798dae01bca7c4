import { createHttpArtifactStore } from '@cambium/artifacts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../support/search-client.js';
import { createRunnerBench, isAlive, pidOf, type RunnerBench } from './support/runner-bench.js';

let bench: RunnerBench;
beforeEach(() => {
  bench = createRunnerBench({ leaseMs: 2000 });
});
afterEach(() => bench.close());

describe('a trial that takes longer than maxTrialSeconds', () => {
  it('is told to stop, fails for good, and leaves the process to the next', async () => {
    bench.startRunner();
    const id = await bench.start(['wait', 'measure'], { maxTrialSeconds: 0.3, maxAttempts: 3 });
    const [late, next] = await bench.ended(id);
    expect(late).toMatchObject({ state: 'failed', epoch: 1, failure: { code: 'timeout' } });
    expect(pidOf(next)).toBe(pidOf(late));
  });

  it('is killed when it does not stop', async () => {
    bench.startRunner({ graceMs: 100 });
    const id = await bench.start(['hang'], { maxTrialSeconds: 0.3, maxAttempts: 3 });
    const [trial] = await bench.ended(id);
    expect(trial).toMatchObject({ state: 'failed', epoch: 1, failure: { code: 'timeout' } });
    expect(isAlive(pidOf(trial) as number)).toBe(false);
  });
});

describe('a trial that is cancelled', () => {
  it('stops within a step, though it does not report, and leaves the process to the next', async () => {
    bench.startRunner();
    const id = await bench.start(['wait']);
    const pid = await bench.pidOfRunning(id);
    await bench.service.stop(id);
    expect((await bench.ended(id)).map(({ state }) => state)).toEqual(['cancelled']);
    const [next] = await bench.ended(await bench.start(['measure']));
    expect(pidOf(next)).toBe(pid);
  });
});

describe('a runner that is stopped', () => {
  it('hands its trial back, and another one finishes it', async () => {
    const runner = bench.startRunner();
    const id = await bench.start(['wait']);
    const pid = await bench.pidOfRunning(id);
    await runner.stop();
    const [waiting] = await bench.trialsOf(id);
    expect(waiting?.state).toBe('waiting');
    expect(waiting && (await bench.attemptsOf(waiting)).map(({ state }) => state)).toEqual(['handed-back']);
    expect(isAlive(pid)).toBe(false);

    bench.startRunner();
    await until(
      () => bench.trialsOf(id),
      ([trial]) => trial?.state === 'running' && trial.epoch === 2,
      20_000,
    );
  });

  it('kills the process of a trial that does not stop, and hands the trial back', async () => {
    const runner = bench.startRunner({ graceMs: 100 });
    const id = await bench.start(['hang']);
    const pid = await bench.pidOfRunning(id);
    await runner.stop();
    expect((await bench.trialsOf(id)).map(({ state }) => state)).toEqual(['waiting']);
    expect(isAlive(pid)).toBe(false);
  });

  it('hands back at once what it claims while it stops', async () => {
    const id = await bench.start(['measure']);
    const stops: Promise<void>[] = [];
    const runner = bench.startRunner({
      source: {
        ...bench.source,
        async claim(...request) {
          const claims = await bench.source.claim(...request);
          stops.push(runner.stop());
          return claims;
        },
      },
    });
    await runner.done;
    await Promise.all(stops);
    const [trial] = await bench.trialsOf(id);
    expect(trial && (await bench.attemptsOf(trial)).map(({ state }) => state)).toEqual(['handed-back']);
    expect(bench.lines).toEqual([]);
  });
});

describe('the end of a trial', () => {
  it('keeps the lease while it is told', async () => {
    const id = await bench.start(['measure'], { maxAttempts: 3 });
    const upkeep = setInterval(() => void bench.service.expireLeases(id, Date.now()), 100);
    bench.startRunner({
      source: {
        ...bench.source,
        async finish(...told) {
          await new Promise((resolve) => setTimeout(resolve, 3000));
          return bench.source.finish(...told);
        },
      },
    });
    const [trial] = await bench.ended(id);
    clearInterval(upkeep);
    expect(trial).toMatchObject({ state: 'complete', epoch: 1 });
  });

  it('is not lost with its log, and the log goes to the runner’s own', async () => {
    const unreachable = createHttpArtifactStore({ url: 'http://127.0.0.1:9', token: 'x', forMs: 0 });
    bench.startRunner({ artifacts: unreachable });
    const [trial] = await bench.ended(await bench.start(['log']));
    expect(trial?.state).toBe('complete');
    expect(bench.lines.join('\n')).toMatch(/its log could not be stored: .*did not answer[^]*a line of the log/);
  });
});
