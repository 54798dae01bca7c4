import { describe, expect, it } from '@jest/globals';
import { cambium } from '../support/cambium-command.js';
import {
  createExperiment,
  expectWholeLedger,
  readEvents,
  readExperiment,
  readTrials,
  signIn,
  until,
} from '../support/search-client.js';
import { usePlatform } from '../support/use-platform.js';
import { kill } from './support/kill.js';
import { longSearch } from './support/long-search.js';

/** kill -9 of one process after another, in the middle of a real search. */
describe('a search whose processes are killed', () => {
  const started = usePlatform();

  it('finishes every trial once after kill -9 of the runner, the API and the dashboard', async () => {
    const platform = started();
    const client = await signIn(platform.loginUrl);
    const id = await createExperiment(client, longSearch);
    const running = () => readExperiment(client, id);

    await until(running, ({ counts }) => counts.running > 0);
    await kill(platform, 'runner');
    await until(running, ({ counts }) => counts.complete + counts.pruned >= 2);
    await kill(platform, 'api');
    await until(running, ({ counts }) => counts.complete + counts.pruned >= 4);
    await kill(platform, 'dashboard');
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
