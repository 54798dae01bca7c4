import { randomUUID } from 'node:crypto';
import {
  CreateRunnerTokenDocument,
  createRemoteTrialSource,
  type GraphqlClient,
  StopExperimentDocument,
} from '@cambium/graphql';
import { expect, type Page } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, readTrials, until } from '../support/search-client.js';
import { test } from './support/platform-test.js';
import { shownTrials } from './support/shown-trials.js';

test.describe.configure({ mode: 'serial' });

let id = '';

/** More trials than any machine ends before the test stops it: trials must end while another page is looked at. */
const start = (client: GraphqlClient, name: string) =>
  createExperiment(
    client,
    digitsSearch({ name, pruner: null, budget: { maxTrials: 1_000, maxParallel: 2 }, final: { top: 0 } }),
  );

test('the table misses nothing while another order was shown', async ({ page, client }) => {
  id = await start(client, 'orders');
  await page.goto(`/experiments/${id}`);
  await expect(page.getByTestId('live-state')).toHaveText('live');
  await moreEnded(client, 2);
  await page.getByRole('button', { name: /^val_accuracy/ }).click();
  await expect(page.getByRole('columnheader', { name: /^val_accuracy/ })).toHaveAttribute('aria-sort', 'descending');
  await moreEnded(client, 3);
  await page.getByRole('button', { name: /^Trial/ }).click();
  await expectWholeTable(page, client);
  await client.request(StopExperimentDocument, { id });
});

test('the page misses nothing while a trial was shown', async ({ page, client }) => {
  id = await start(client, 'back and forth');
  await page.goto(`/experiments/${id}`);
  await expect(page.getByTestId('live-state')).toHaveText('live');
  await moreEnded(client, 1);
  await page.getByRole('link', { name: 'Open trial 0' }).click();
  // The rows move on while the pointer is on its way.
  await expect(page.getByRole('heading', { level: 1, name: /^Trial #\d+$/ })).toBeVisible();
  await moreEnded(client, 3);
  await page.goBack();
  await expectWholeTable(page, client);
  await expect
    .poll(async () => (await chartSizes(page))['Optimisation history'] === (await completed(client)))
    .toBe(true);
  await client.request(StopExperimentDocument, { id });
});

test('one filter, brush and selection for the table and the charts, kept in the URL', async ({ page, client }) => {
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'stopped',
  );
  await page.goto(`/experiments/${id}`);
  const total = (await readTrials(client, id)).length;
  await expect.poll(() => chartSizes(page)).toMatchObject({ 'Optimisation history': await completed(client) });

  await brush(page, 'Optimisation history', { from: 0.3, to: 0.6 });
  await expect(page).toHaveURL(/between=\d+-\d+/);
  const [first = 0, last = 0] = /between=(\d+)-(\d+)/.exec(page.url())?.slice(1).map(Number) ?? [];
  expect(first).toBeGreaterThan(0);
  expect(last).toBeLessThan(total - 1);
  await expect
    .poll(async () => (await shownTrials(page)).map(({ number }) => number))
    .toEqual(Array.from({ length: last - first + 1 }, (_, i) => last - i));
  await expect
    .poll(() => chartSizes(page))
    .toEqual({
      'Optimisation history': await completed(client, { first, last }),
      'Learning curves': await completed(client, { first, last }),
    });

  await page.getByRole('checkbox', { name: `Select trial ${first}` }).check();
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Numbers of the trials/ })).toHaveValue(`${first}-${last}`);
  await expect(page.getByRole('row', { name: `Trial ${first}`, exact: true })).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('button', { name: 'Show all trials' }).click();
  await expect(page).toHaveURL(new RegExp(`\\?trials=${first}$`));
  await expect(page.getByText(`${total} of ${total} trials loaded`)).toBeVisible();

  await page.getByRole('combobox', { name: 'States of the trials that are shown' }).click();
  await page.getByRole('option', { name: 'waiting' }).click();
  for (const none of ['No trial matches', 'No trial with a value matches', 'No trial with a curve matches']) {
    await expect(page.getByText(none, { exact: true })).toBeVisible();
  }
});

test('a runner that connects appears, also while nothing runs', async ({ page, platform, client }) => {
  await page.goto('/runners');
  await expect(page.getByText(/^1 connected/)).toBeVisible();
  await expect(page.getByTestId('live-state')).toHaveText('live');
  const { createRunnerToken } = await client.request(CreateRunnerTokenDocument, { name: 'another' });
  const source = createRemoteTrialSource({ url: platform.url, token: createRunnerToken.token });
  await source.claim({ id: randomUUID(), name: 'another machine', slots: [] }, 1, { waitMs: 0 });
  await expect(page.getByText(/^2 connected/)).toBeVisible({ timeout: 5_000 });
  await expect(page.getByRole('table', { name: 'Runners' })).toContainText('another machine');
});

/** Resolves when so many more trials have ended. */
async function moreEnded(client: GraphqlClient, count: number): Promise<void> {
  const ended = async () => {
    const { counts } = await readExperiment(client, id);
    return counts.complete + counts.failed;
  };
  const before = await ended();
  await until(ended, (now) => now >= before + count);
}

/** Trials of a brush, or all, that the charts draw: nothing is pruned here. */
async function completed(client: GraphqlClient, { first = 0, last = 1_000 } = {}): Promise<number> {
  const trials = await readTrials(client, id);
  return trials.filter(({ number, state }) => state === 'complete' && number >= first && number <= last).length;
}

/** Asserts that the table, newest first, is the ledger as far as its rows are drawn: ended trials in their state, and how many. */
async function expectWholeTable(page: Page, client: GraphqlClient): Promise<void> {
  await expect(async () => {
    const trials = (await readTrials(client, id)).toReversed();
    const shown = await shownTrials(page);
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(trials.length, 16));
    const drawn = trials.slice(0, shown.length);
    expect(shown.map(({ number }) => number)).toEqual(drawn.map(({ number }) => number));
    for (const [i, { state }] of drawn.entries()) {
      if (state !== 'waiting' && state !== 'running') expect(shown[i]?.state).toBe(state);
    }
    expect(await page.getByText(/trials loaded$/).textContent()).toBe(
      `${trials.length} of ${trials.length} trials loaded`,
    );
  }).toPass({ timeout: 60_000 });
}

/** How many trials each chart says that it shows. */
function chartSizes(page: Page): Promise<Record<string, number>> {
  return page
    .locator('figure')
    .evaluateAll((figures) =>
      Object.fromEntries(
        figures.map((figure) => [
          figure.querySelector('h3')?.textContent ?? '',
          Number(/(\d+) of \d+ trials/.exec(figure.textContent ?? '')?.[1]),
        ]),
      ),
    );
}

/** Drags over a part of a chart; places as shares of its width. */
async function brush(page: Page, chart: string, { from, to }: { from: number; to: number }): Promise<void> {
  const area = page.getByRole('img', { name: new RegExp(`^${chart}`) }).locator('.u-over');
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  if (box === null) throw new Error(`${chart} is not there`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 5 });
  await page.mouse.up();
}
