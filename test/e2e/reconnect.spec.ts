import { expect } from '@playwright/test';
import {
  createExperiment,
  digitsSearch,
  expectWholeLedger,
  readExperiment,
  readTrials,
  until,
} from '../support/search-client.js';
import { test } from './support/platform-test.js';
import { shownTrials } from './support/shown-trials.js';

const maxTrials = 16;

test('a page outlives the death of the API and misses nothing', async ({ page, platform, client }) => {
  const id = await createExperiment(
    client,
    digitsSearch({
      name: 'reconnect',
      // A median of so few would make the end depend on who was faster.
      pruner: null,
      task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 15, finalEpochs: 15 } },
      budget: { maxTrials, maxParallel: 2 },
    }),
  );
  await page.goto(`/experiments/${id}`);
  const live = page.getByTestId('live-state');
  await expect(live).toHaveText('live');
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
  await expect(page.getByRole('row', { name: 'Trial 0', exact: true })).toContainText('complete', { timeout: 150_000 });

  const killed = platform.pids()['api'] ?? 0;
  process.kill(killed, 'SIGKILL');
  await expect(live).toHaveText('reconnecting…');
  await expect(live).toHaveText('live', { timeout: 60_000 });
  expect(platform.pids()['api']).not.toBe(killed);
  const ended = (await readExperiment(client, id)).counts.complete;
  expect(ended).toBeLessThan(maxTrials);

  const { state } = await until(
    () => readExperiment(client, id),
    (experiment) => experiment.state === 'complete',
  );
  expect(state).toBe('complete');
  await expect(page.locator('h1 + [data-state]')).toHaveText('complete', { timeout: 60_000 });
  const trials = await readTrials(client, id);
  expectWholeLedger(trials, maxTrials);
  await expect
    .poll(() => shownTrials(page))
    .toEqual(trials.map(({ number, state: trialState }) => ({ number, state: trialState })).toReversed());
  await expect(page.getByText(`${trials.length} of ${trials.length} trials loaded`)).toBeVisible();
  await expect(page.getByRole('heading', { name: `${maxTrials} of ${maxTrials} trials` })).toBeVisible();
  expect(await page.evaluate(() => 'sameLoad' in window)).toBe(true);
});
