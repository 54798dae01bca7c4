import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../support/cambium-command.js';
import { type Platform, startPlatform } from '../support/platform.js';
import {
  createExperiment,
  digitsSearch,
  expectWholeLedger,
  readEvents,
  readExperiment,
  readTrials,
  signIn,
  until,
} from '../support/search-client.js';

/** Long enough to be in the middle at each kill. */
const longSearch = digitsSearch({
  task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 10, finalEpochs: 3 } },
  budget: { maxTrials: 12, maxParallel: 2 },
});

/** kill -9 of one process after another, in the middle of a real search. */
describe('a search whose processes are killed', () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  }, 120_000);
  afterAll(() => platform.stop(), 30_000);

  const killed = async (name: string) => {
    const pid = platform.pids()[name] as number;
    process.kill(pid, 'SIGKILL');
    await until(
      async () => platform.pids()[name],
      (now) => now !== pid,
      30_000,
    );
  };

  it('finishes every trial once after kill -9 of the runner, the API and the dashboard', async () => {
    const client = await signIn(platform.loginUrl);
    const id = await createExperiment(client, longSearch);
    const running = () => readExperiment(client, id);

    await until(running, ({ counts }) => counts.running > 0);
    await killed('runner');
    await until(running, ({ counts }) => counts.complete + counts.pruned >= 2);
    await killed('api');
    await until(running, ({ counts }) => counts.complete + counts.pruned >= 4);
    await killed('dashboard');
    const ended = await until(running, ({ state }) => state === 'complete' || state === 'failed');

    expect(ended.state).toBe('complete');
    const trials = await readTrials(client, id);
    expectWholeLedger(trials, 12);
    expect(trials.filter(({ state, mode }) => mode === null && state === 'failed')).toEqual([]);
    expect(trials.filter(({ mode }) => mode === 'final').map(({ state }) => state)).toEqual(['complete']);
    // The killed runner's attempts were lost, and yet each trial ended once.
    const events = await readEvents(client, id);
    expect(events.filter(({ type }) => type === 'attempt.lost').length).toBeGreaterThan(0);
    const ends = events.filter(({ type }) => type === 'trial.finished').map(({ trialNumber }) => trialNumber);
    expect(ends.toSorted((a, b) => Number(a) - Number(b))).toEqual(trials.map(({ number }) => number));
    // Every suggestion comes out again, from the ledger alone.
    const replay = await cambium(['replay', id], platform);
    expect(replay.json()).toEqual({ suggestions: trials.filter(({ mode }) => mode === null).length, mismatches: [] });
  }, 300_000);
});
