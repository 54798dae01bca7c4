import { expect } from '@playwright/test';
import { createExperiment, readExperiment, readTrials, until } from '../support/search-client.js';
import { expectAccessible } from './support/expect-accessible.js';
import { test } from './support/platform-test.js';
import { watchPage } from './support/watch-page.js';

test('a supernet that shows how its choices fare, and what tells two networks apart', async ({
  page,
  platform,
  client,
}) => {
  const watch = watchPage(page, { origin: platform.url });
  const settings = { dataset: 'digits', trainSize: 128, validationSize: 64, epochs: 2, supernet: { epochs: 3 } };
  const ops = ['none', 'skip_connect', 'nor_conv_3x3'];
  const oneShot = {
    name: 'shared weights',
    task: { name: 'supernet', settings },
    space: { arch: { dialect: 'nasbench201', ops, width: 4, stages: 1, cells: 1 } },
    objectives: [{ metric: 'val_accuracy' }],
    searcher: { name: 'one-shot', options: { candidates: 5, standalone: 4 } },
    budget: { maxTrials: 10, maxParallel: 1 },
    final: { top: 0 },
    seed: 1,
  };
  const shared = await createExperiment(client, oneShot, { start: false });
  const darts = await createExperiment(client, {
    name: 'strengths',
    task: { name: 'supernet', settings },
    space: { arch: { dialect: 'nasbench201', ops, width: 4, stages: 1, cells: 1 } },
    objectives: [{ metric: 'val_accuracy' }],
    searcher: { name: 'darts' },
    budget: { maxTrials: 2, maxParallel: 1 },
    final: { top: 0 },
  });
  await page.goto(`/experiments/${shared}`);
  const report = page.getByRole('region', { name: 'Shared weights' });
  await expect(report).toContainText('It appears once three networks were trained from scratch');
  await page.getByRole('button', { name: 'Start' }).click();
  for (const experiment of [shared, darts]) {
    await until(
      () => readExperiment(client, experiment),
      ({ state }) => state === 'complete',
    );
  }
  // It has come while the page was open.
  await expect(report).toContainText(/Kendall’s τ of 4 networks, 95 % interval -?[01]\.\d\d to [01]\.\d\d/);
  await expect(report).toContainText('Few networks: with fewer than ten the interval can’t be relied on');
  const scatter = report.getByRole('figure', { name: 'Trained from scratch against shared weights' });
  await expect(scatter.getByRole('img')).toHaveAttribute('data-points', '4');
  await expectAccessible(page);
  const row = (number: number) => page.getByRole('row', { name: `Trial ${number}`, exact: true });
  await expect(row(1)).toContainText(/none|skip_connect|nor_conv_3x3/);
  await expect(row(0)).not.toContainText(/none|skip_connect|nor_conv_3x3/);
  await scatter.getByRole('button', { name: /Table\s+view/ }).click();
  const links = scatter.getByRole('table').getByRole('link');
  // By their scores, and each once.
  expect((await links.allTextContents()).sort()).toEqual(['#6', '#7', '#8', '#9']);
  await expectAccessible(page);
  await links.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Trial #[6-9]/);

  // It was judged with borrowed weights: there is no model to promote.
  await page.goto(`/experiments/${shared}/trials/1`);
  const use = page.getByRole('region', { name: 'Use this trial' });
  await expect(use).toContainText('It can’t be promoted: it was judged with a supernet');
  await expect(use.getByRole('button')).toHaveText(['Train it again…']);

  // The derived network is the best, and the trial before it and all others are supernets: nothing is proposed.
  await page.goto(`/experiments/${darts}/trials/1`);
  await expect(page.getByRole('textbox', { name: 'Trial to compare with' })).toHaveValue('');
  await page.getByRole('textbox', { name: 'Trial to compare with' }).fill('0');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('Trial #0 has no architecture.')).toBeVisible();
  await page.goto(`/experiments/${darts}`);
  await expect(page.getByRole('row', { name: 'Trial 0', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Shared weights' })).toHaveCount(0);

  await page.goto(`/experiments/${darts}/trials/0`);
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('3/3');
  await expect(page.getByRole('img', { name: /^Reports\. supernet_accuracy by step/ })).toHaveAttribute(
    'data-points',
    '3',
  );
  // It trains all designs of the space: it has none of its own.
  await expect(page.getByRole('region', { name: 'Design' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Use this trial' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Result' })).not.toContainText('edge.0-1');
  const strengths = page.getByRole('figure', { name: 'alpha by choice' });
  // Six edges and their mean; three operations at three steps each.
  await expect(strengths.getByRole('img')).toHaveCount(7);
  for (const plot of await strengths.getByRole('img').all()) await expect(plot).toHaveAttribute('data-points', '9');
  for (const op of ops) await expect(strengths.getByRole('list').first()).toContainText(op);
  await expectAccessible(page);
  await strengths.getByRole('button', { name: 'Table view of alpha by choice' }).click();
  await expect(strengths.getByRole('table')).toContainText('edge.0-1: skip_connect');

  await page.goto(`/experiments/${shared}/trials/1`);
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('1/1');
  const comparison = page.getByRole('region', { name: 'Comparison of architectures' });
  const other = comparison.getByRole('textbox', { name: 'Trial to compare with' });
  const best = (await readExperiment(client, shared)).bestTrial?.number;
  await expect(other).toHaveValue(`#${best}`);
  const [, own, second] = (await readTrials(client, shared)).map(({ params }) => params as Record<string, string>);
  const moved = Object.keys(own ?? {}).filter((edge) => own?.[edge] !== second?.[edge]);
  expect(moved.length).toBeGreaterThan(0);
  await other.fill('2');
  await comparison.getByRole('button', { name: 'Compare' }).click();
  // Operations that stand for each other are matched; the sums say at which edges other ones come in.
  const sums = comparison.getByRole('row').filter({ hasText: '~ changed' });
  for (const edge of moved) {
    const place = edge.replace('arch.edge.', 'edge-');
    const row = sums.filter({ hasText: `${place}-${second?.[edge]}` });
    await expect(row.filter({ hasText: `${place}-${own?.[edge]}` })).toHaveCount(1);
  }
  await expectAccessible(page);
  await other.fill('1');
  await comparison.getByRole('button', { name: 'Compare' }).click();
  await expect(comparison).toContainText('The two architectures are the same');
  await expectAccessible(page);
  watch.expectClean();
});
