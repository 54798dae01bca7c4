import { expect } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, readTrials, until } from '../support/search-client.js';
import { test } from './support/platform-test.js';

test('a template’s stages are edited in the form, and what is wrong with one is said at the field', async ({
  page,
}) => {
  await page.goto('/experiments/new');
  await expect(page.getByText('Ready.')).toBeVisible();
  await page
    .getByRole('list')
    .filter({ hasText: 'Staged' })
    .getByRole('button', { name: /^staged search/i })
    .click();
  const stages = page.getByLabel('Stages', { exact: true });
  await expect(stages).toHaveValue(/"patience": 12/);
  await expect(page.getByText('Ready.')).toBeVisible();
  await stages.fill((await stages.inputValue()).replace('"evolution"', '"evolutoin"'));
  await expect(page.getByText(/did you mean "evolution"/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
});

test('the retrained winner of a staged search is followed back to each stage', async ({ page, client }) => {
  const random = { name: 'random' };
  const stages = [
    { name: 'architecture', branches: ['arch'], searcher: random },
    { name: 'training', branches: ['hp'], searcher: random },
  ];
  const id = await createExperiment(
    client,
    digitsSearch({
      name: 'in two stages',
      searcher: { name: 'staged', options: { stages } },
      budget: { maxTrials: 4, maxParallel: 1, maxDeviceSeconds: 3600 },
    }),
  );
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'complete',
  );
  const last = (await readTrials(client, id)).findLast(({ mode }) => mode === null)?.number ?? -1;
  await page.goto(`/experiments/${id}`);
  await expect(page.getByText(/ of 1 h 00 min$/)).toBeVisible();
  await page.goto(`/experiments/${id}/trials/${last}`);
  // The page answers clicks once its charts are there.
  await expect(page.getByRole('img', { name: /^Reports/ })).toBeVisible();
  const builtOn = page.getByRole('region', { name: 'Built on' });
  await expect(builtOn.getByRole('listitem')).toHaveCount(2);
  await expect(builtOn.getByRole('listitem').first()).toContainText('architecture');
  await expect(builtOn.getByRole('listitem').last()).toContainText('training · changes 1 of hp');
  await builtOn.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/trials\/[01]$/);
});
