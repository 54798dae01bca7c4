import { TrialPageDocument } from '@cambium/graphql';
import { describe, expect, it } from '@jest/globals';
import { cambium } from '../support/cambium-command.js';
import {
  createExperiment,
  digitsSearch,
  expectWholeLedger,
  readExperiment,
  readTrials,
  signIn,
  until,
} from '../support/search-client.js';
import { usePlatform } from '../support/use-platform.js';
import { kill } from './support/kill.js';

const random = { name: 'random' };
/** Three trials a stage, one after the other: between two stages there is no trial but the last one's end. */
const stagedSearch = digitsSearch({
  searcher: {
    name: 'staged',
    options: {
      stages: [
        { name: 'architecture', branches: ['arch'], searcher: random },
        { name: 'augmentation', branches: ['aug'], searcher: random },
        { name: 'training', branches: ['hp'], searcher: random },
      ],
    },
  },
  pruner: undefined,
  budget: { maxTrials: 9, maxParallel: 1 },
});

describe('a staged search whose API is killed between two stages', () => {
  const started = usePlatform();

  it('goes on with the next stage, and its winner can be followed back through every stage', async () => {
    const platform = started();
    const client = await signIn(platform.loginUrl);
    const id = await createExperiment(client, stagedSearch);
    const running = () => readExperiment(client, id);

    // While the last trial of the first stage runs: its end and the next stage's beginning are one transaction.
    await until(running, ({ counts }) => counts.complete === 2 && counts.running === 1);
    await kill(platform, 'api');
    await until(running, ({ counts }) => counts.complete >= 6);
    await kill(platform, 'api');
    const ended = await until(running, ({ state }) => state === 'complete' || state === 'failed');

    expect(ended.state).toBe('complete');
    const trials = await readTrials(client, id);
    expectWholeLedger(trials, 9);
    const replay = await cambium(['replay', id], platform);
    expect(replay.json()).toEqual({ suggestions: 9, mismatches: [] });

    const final = trials.find(({ mode }) => mode === 'final');
    const lineage = await lineageOf(final?.number ?? -1);
    const numbers = lineage.map(({ trial }) => trial.number);
    expect(numbers.at(-1)).toBe(final?.number);
    expect(numbers.at(-2)).toBe(ended.bestTrial?.number);
    for (const [index, { trial, changed }] of lineage.slice(0, -1).entries()) {
      const stage = (trial.why as { stage: string }).stage;
      const branch = { architecture: 'arch', augmentation: 'aug', training: 'hp' }[stage];
      expect(changed.every((name) => name.startsWith(`${branch}.`))).toBe(true);
      expect(changed.length > 0).toBe(index > 0);
    }
    // What a later stage begins with was the best of the one before.
    const second = await lineageOf(3);
    const best = trials.slice(0, 3).toSorted((a, b) => (b.values?.[0] ?? 0) - (a.values?.[0] ?? 0))[0];
    expect(second.map(({ trial }) => trial.number)).toEqual([best?.number, 3]);

    async function lineageOf(number: number) {
      const { experiment } = await client.request(TrialPageDocument, { experimentId: id, number });
      return experiment?.trials.edges[0]?.node.lineage ?? [];
    }
  }, 300_000);
});
