import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRunnerBench, isAlive, pidOf, type RunnerBench } from './support/runner-bench.js';

let bench: RunnerBench;
beforeEach(() => {
  bench = createRunnerBench();
});
afterEach(() => bench.close());

/** Runs the acts one after the other in one slot and gives the trials. */
async function run(script: readonly string[], budget: object = {}) {
  const id = await bench.start(script, { ...budget });
  return bench.ended(id);
}

describe('a worker process', () => {
  it('stays warm between trials', async () => {
    bench.startRunner();
    const trials = await run(['measure', 'measure', 'diverge', 'measure']);
    expect(trials.map(({ state }) => state)).toEqual(['complete', 'complete', 'failed', 'complete']);
    expect(new Set(trials.map(pidOf)).size).toBe(1);
  });

  it('carries nothing of one trial into the next', async () => {
    bench.startRunner();
    const [, second] = await run(['noise', 'segfault']);
    expect(second?.failure).toMatchObject({ code: 'crashed', stderr: 'last words\n' });
    expect(bench.lines.find((line) => line.includes('harmless'))).toMatch(/^trial 0: /);
    expect(bench.lines.find((line) => line.includes('last words'))).toMatch(/^trial 1: /);
  });

  it.each(['allocate', 'throw'])(
    'is replaced after "%s": its memory does not shrink, its state is unknown',
    async (act) => {
      bench.startRunner();
      const [broken, next] = await run([act, 'measure']);
      expect(broken?.failure?.code).toBe(act === 'throw' ? 'error' : 'out-of-memory');
      expect(pidOf(next)).not.toBe(pidOf(broken));
      expect(isAlive(pidOf(broken) as number)).toBe(false);
    },
  );

  it('finds no credentials in its environment', async () => {
    const secrets = { CAMBIUM_TOKEN: 'SECRET', CAMBIUM_SECRET: 'x', DATABASE_URL: 'postgres://SECRET@localhost/x' };
    bench.startRunner({ env: { ...process.env, ...secrets } });
    const [trial] = await run(['measure']);
    expect(trial?.metrics['secrets']).toBe(0);
  });
});

describe('the death of a worker process', () => {
  it('fails the attempt with the end of its stderr, and the trial is tried again', async () => {
    bench.startRunner();
    const [trial] = await run(['exit'], { maxAttempts: 2 });
    expect(trial).toMatchObject({
      state: 'failed',
      epoch: 2,
      failure: { code: 'crashed', message: expect.stringContaining('exit code 3'), stderr: 'the disk is on fire\n' },
    });
  });

  it.each([
    ['heap', 'heap out of memory'],
    ['killed', ''],
    ['allocate', 'Array buffer allocation failed'],
  ])('by "%s" is out of memory, and the trial is tried again in a new process', async (act, stderr) => {
    bench.startRunner({ slots: [{ kind: 'wasm', name: 'small', env: { NODE_OPTIONS: '--max-old-space-size=40' } }] });
    const [trial] = await run([act], { maxAttempts: 2 });
    expect(trial).toMatchObject({ state: 'failed', epoch: 2, failure: { code: 'out-of-memory' } });
    expect(trial?.failure?.stderr ?? '').toContain(stderr);
  });
});
