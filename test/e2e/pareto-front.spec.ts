import type { CliTrialFragment, GraphqlClient } from '@cambium/graphql';
import { expect, type Page } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, readTrials, until } from '../support/search-client.js';
import { test } from './support/platform-test.js';
import { shownTrials } from './support/shown-trials.js';

test.describe.configure({ mode: 'serial' });

const maxTrials = 8;
let id = '';

test('the front is followed live, from its first trial to its last', async ({ page, client }) => {
  id = await createExperiment(
    client,
    digitsSearch({
      name: 'accuracy against size',
      objectives: [{ metric: 'val_accuracy' }, { metric: 'params' }],
      searcher: { name: 'nsga-ii', options: { population: 4 } },
      pruner: { name: 'multi-objective-asha' },
      budget: { maxTrials, maxParallel: 2 },
      final: { top: 0 },
    }),
  );
  await page.goto(`/experiments/${id}`);
  await expect(page.getByTestId('live-state')).toHaveText('live');
  await expect(page.getByTestId('front-size')).toHaveText(/^[1-9]/, { timeout: 150_000 });
  await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'complete',
  );
  const front = await readFront(client);
  await expect(page.getByTestId('front-size')).toHaveText(String(front.length));
  await expect.poll(() => listedFront(page)).toEqual(front.map(({ number }) => number));
  await expect.poll(() => markedFront(page)).toEqual(front.map(({ number }) => number).sort((a, b) => b - a));
  expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
});

test('the front filters the table and every chart, kept in the URL', async ({ page, client }) => {
  const front = await readFront(client);
  await page.goto(`/experiments/${id}`);
  // The page answers clicks once its charts are there.
  await expect(page.getByRole('img', { name: /^Optimisation history/ })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Pareto front only' }).check();
  await expect(page).toHaveURL(/front=only/);
  await expect.poll(async () => (await shownTrials(page)).length).toBe(front.length);
  const sample = `${front.length} of ${front.length} trials`;
  for (const chart of ['Pareto front', 'Optimisation history']) {
    await expect(page.getByRole('figure', { name: chart })).toContainText(sample);
  }
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Pareto front only' })).toBeChecked();
  await expect.poll(async () => (await shownTrials(page)).length).toBe(front.length);
  await page.getByRole('button', { name: 'Show all trials' }).click();
  await expect.poll(async () => (await shownTrials(page)).length).toBe(maxTrials);
});

test('a point of the chart opens its trial, and so does its row by keyboard', async ({ page, client }) => {
  const front = await readFront(client);
  await page.goto(`/experiments/${id}`);
  const opened = await clickPoint(page);
  await expect(page.getByRole('heading', { level: 1, name: `Trial #${opened}` })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: /^Table\s+view of Pareto front/ }).focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('region', { name: 'Pareto front, table' });
  await expect(table.getByRole('row')).toHaveCount(1 + (await withValues(client)).length);
  const first = table.getByRole('link').first();
  await expect(table.getByRole('row').nth(1)).toContainText('on the Pareto front');
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Trial #\d+$/ })).toBeVisible();
  const number = Number(new URL(page.url()).pathname.split('/').at(-1));
  expect(front.map((trial) => trial.number)).toContain(number);
});

async function withValues(client: GraphqlClient): Promise<CliTrialFragment[]> {
  return (await readTrials(client, id)).filter(({ values }) => values !== null);
}

/** Best by the first objective first. */
async function readFront(client: GraphqlClient): Promise<CliTrialFragment[]> {
  const trials = (await readTrials(client, id)).filter(({ onFront }) => onFront);
  return trials.sort((a, b) => (b.values?.[0] ?? 0) - (a.values?.[0] ?? 0) || b.number - a.number);
}

/** Numbers in the card, from the top. */
function listedFront(page: Page): Promise<number[]> {
  return page
    .getByRole('region', { name: 'Trials on the Pareto front' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => Number(link.textContent?.slice(1))));
}

/** Numbers of the rows that are marked, from the top. */
function markedFront(page: Page): Promise<number[]> {
  return page
    .getByRole('link', { name: /, on the Pareto front$/ })
    .evaluateAll((links) => links.map((link) => Number.parseInt(link.textContent?.slice(1) ?? '', 10)));
}

/** Looks for a point with the pointer, as a person does, and clicks it. The number that the card beside it has said. */
async function clickPoint(page: Page): Promise<number> {
  const plot = page.getByRole('img', { name: /^Pareto front\./ }).locator('.u-over');
  const box = await plot.boundingBox();
  if (box === null) throw new Error('the chart is not drawn');
  const card = page.getByRole('figure', { name: 'Pareto front' }).getByText(/^Trial \d+ ·/);
  for (let x = 5; x < box.width; x += 20) {
    for (let y = 5; y < box.height; y += 20) {
      await page.mouse.move(box.x + x, box.y + y);
      if (!(await card.isVisible())) continue;
      const said = (await card.textContent()) ?? '';
      await page.mouse.click(box.x + x, box.y + y);
      return Number(/\d+/.exec(said)?.[0]);
    }
  }
  throw new Error('no point was found');
}
