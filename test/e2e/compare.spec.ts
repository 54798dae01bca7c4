import { ComparedExperimentsDocument, type GraphqlClient, StartExperimentDocument } from '@cambium/graphql';
import { expect } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, until } from '../support/search-client.js';
import { expectAccessible } from './support/expect-accessible.js';
import { test } from './support/platform-test.js';
import { watchPage } from './support/watch-page.js';

const stages = [
  { name: 'architecture', branches: ['arch'], searcher: { name: 'random' } },
  { name: 'training', branches: ['hp'], searcher: { name: 'random' } },
];
const budget = { maxTrials: 4, maxParallel: 1, maxDeviceSeconds: 600 };
const search = (change: object) => digitsSearch({ pruner: null, budget, final: { top: 1 }, ...change });
const joint = search({ name: 'all at once', searcher: { name: 'random' } });
const staged = search({ name: 'in stages', searcher: { name: 'staged', options: { stages } } });

async function untilComplete(client: GraphqlClient, id: string) {
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'complete',
  );
}

test('two searches are compared at equal cost, while one of them runs', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  const first = await createExperiment(client, joint);
  await untilComplete(client, first);
  const second = await createExperiment(client, staged, { start: false });
  const other = search({ name: 'in stages, another goal', objectives: [{ metric: 'val_loss' }] });
  await createExperiment(client, other, { start: false });

  await page.goto(`/experiments/${first}`);
  // The page answers clicks once its charts are there.
  await expect(page.getByRole('img', { name: /^Optimisation history/ })).toBeVisible();
  await page.getByRole('button', { name: 'Compare…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare with other experiments' });
  await dialog.getByRole('combobox', { name: 'Experiments' }).fill('in stages');
  await expect(page.getByRole('option')).toHaveText([/^in stages · staged/]);
  await page.getByRole('option', { name: /^in stages/ }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(`/experiments/compare?id=${first}&id=${second}`);

  // One has not begun: it has no cost to compare at, and nothing leads.
  const row = (name: string) => page.getByRole('row', { name });
  await expect(row('in stages')).toContainText('created');
  await expect(row('in stages').getByRole('cell', { name: '–', exact: true })).toHaveCount(4);
  await expect(page.getByText('Nothing to compare at equal cost yet')).toBeVisible();
  await expect(page.getByText('best', { exact: true })).toHaveCount(0);
  await client.request(StartExperimentDocument, { id: second });
  await expect(row('in stages').getByRole('link', { name: /^#\d$/ })).toHaveCount(3, { timeout: 120_000 });
  await untilComplete(client, second);
  await expect(row('in stages')).toContainText('complete');

  const { experiments } = await client.request(ComparedExperimentsDocument, {
    ids: [first, second],
    first: 2,
    maxPoints: 100,
  });
  const costs = [first, second].map((id) => experiments.edges.find(({ node }) => node.id === id)?.node.costHistory);
  const equal = Math.min(...costs.map((cost) => cost?.seconds.at(-1) ?? 0));
  await expect(
    page.getByText(/^Equal cost: .* of device time, all that (all at once|in stages) took\.$/),
  ).toBeVisible();
  for (const [i, name] of ['all at once', 'in stages'].entries()) {
    const cells = row(name).getByRole('cell');
    const { seconds = [], best = [], number = [] } = costs[i] ?? {};
    const at = seconds.findLastIndex((each) => each <= equal);
    await expect(cells.nth(1)).toHaveText('4');
    await expect(cells.nth(3)).toContainText(best[at]?.toFixed(4) ?? 'nothing');
    await expect(cells.nth(3)).toContainText(`#${number[at]}`);
    await expect(cells.nth(4)).toContainText(`#${number.at(-1)}`);
    await expect(cells.nth(5)).toContainText('#4');
  }
  const chart = page.getByRole('figure', { name: 'Best so far by device time' });
  const points = costs.flatMap((cost) => cost?.best.filter((value) => value !== null)).length;
  await expect(chart.getByRole('img', { name: /val_accuracy, higher is better by device time \(s\)/ })).toHaveAttribute(
    'data-points',
    // And the two ends of the line at equal cost.
    String(points + 2),
  );
  await expectAccessible(page);
  await chart.getByRole('button', { name: /Table\s+view/ }).click();
  await expect(chart.getByRole('row')).toHaveCount(points + 1);
  await expectAccessible(page);
  await page.getByText('Trials', { exact: true }).first().click();
  await expect(page).toHaveURL(/&by=trials$/);
  await expect(page.getByRole('figure', { name: 'Best so far by trials' })).toBeVisible();

  await page.getByRole('button', { name: /^Remove\s+in stages/ }).click();
  await expect(page.getByRole('heading', { name: 'One experiment alone' })).toBeVisible();
  await page.getByRole('button', { name: 'Add experiments…' }).click();
  await page.getByRole('combobox', { name: 'Experiments' }).click();
  await page.getByRole('option', { name: /^in stages · / }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(`/experiments/compare?id=${first}&id=${second}&by=trials`);
  await expect(row('in stages')).toContainText('complete');
  watch.expectClean();
});

test('what can’t be compared says why and what to do', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  const specs = [
    search({ name: 'up' }),
    search({ name: 'down', objectives: [{ metric: 'val_loss' }] }),
    search({ name: 'up, too', task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 5 } } }),
  ];
  const ids = await Promise.all(specs.map((spec) => createExperiment(client, spec, { start: false })));
  const [up, down, too] = ids;
  const nowhere = '00000000-0000-4000-8000-000000000000';
  const open = (...chosen: readonly (string | undefined)[]) =>
    page.goto(`/experiments/compare?${chosen.map((id) => `id=${id}`).join('&')}`);

  await page.goto('/experiments/compare');
  await expect(page.getByRole('heading', { name: 'No experiment is chosen' })).toBeVisible();
  await open(nowhere, 'no-id');
  await expect(page.getByRole('heading', { name: 'None of these experiments is there' })).toBeVisible();
  await open(up, nowhere, too);
  await expect(page.getByRole('alert', { name: '1 of 3 experiments are not there' })).toBeVisible();
  await expect(page.getByRole('alert', { name: 'Their tasks differ' })).toBeVisible();
  await expect(page.getByText('A line begins when the first trial of an experiment is complete.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Leave them out' }).click();
  await expect(page).toHaveURL(`/experiments/compare?id=${up}&id=${too}`);

  await open(up, down);
  await expect(page.getByRole('heading', { name: 'They search for different things' })).toBeVisible();
  await expect(page.getByText('minimize val_loss')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Remove\s+down/ }).click();
  await expect(page.getByRole('heading', { name: 'One experiment alone' })).toBeVisible();

  await open(...Array.from({ length: 9 }, (_, i) => (i === 0 ? up : `${i}`)));
  await expect(page.getByRole('heading', { name: '9 experiments are too many' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Compare the first 8' }).click();
  await expect(page.getByRole('alert', { name: '7 of 8 experiments are not there' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'One experiment alone' })).toBeVisible();
  watch.expectClean();
});
