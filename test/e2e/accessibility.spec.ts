import { expect, type Page } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, until } from '../support/search-client.js';
import { expectAccessible } from './support/expect-accessible.js';
import { test } from './support/platform-test.js';
import { watchPage } from './support/watch-page.js';

// A fresh platform: the first page that a person sees is the empty list.
test.use({ platformName: 'accessibility' });
test.describe.configure({ mode: 'serial' });

let id = '';

test('the empty list', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url });
  await page.goto('/');
  await expect(page.getByText('No experiment yet')).toBeVisible();
  await expectAccessible(page);
  watch.expectClean();
});

test('an experiment that runs', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  id = await createExperiment(
    client,
    digitsSearch({ name: 'for everyone', budget: { maxTrials: 6, maxParallel: 1 }, final: { top: 1 } }),
  );
  await page.goto(`/experiments/${id}`);
  await expect(page.getByRole('row', { name: 'Trial 0', exact: true })).toContainText('complete', { timeout: 150_000 });
  await expectAccessible(page);
  watch.expectClean();
});

test('an experiment that is complete', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'complete',
  );
  await page.goto(`/experiments/${id}`);
  await expect(page.getByTestId('final-result')).toContainText('complete');
  await expect(page.getByRole('img', { name: /^Optimisation history/ })).toBeVisible();
  await expectAccessible(page);
  watch.expectClean();
});

test('its charts as tables, its network as a list, and a question', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url });
  await page.goto(`/experiments/${id}`);
  for (const chart of ['Optimisation history', 'Learning curves']) {
    await page.getByRole('button', { name: `Table view of ${chart}` }).click();
    await expect(page.getByRole('region', { name: `${chart}, table` })).toBeVisible();
  }
  await page.getByText('List', { exact: true }).click();
  await page.getByText('Specification', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select trial 0' }).check();
  await sortByHiddenColumn(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Extend…' }).click();
  await expect(page.getByRole('dialog', { name: 'Extend the budget' })).toBeVisible();
  await expectAccessible(page);
  watch.expectClean();
});

/** A column that a person has shown stays when the table is sorted by it, and so does the focus. */
async function sortByHiddenColumn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'activation_bytes' }).check();
  await page.keyboard.press('Escape');
  const heading = page.getByRole('button', { name: 'activation_bytes' });
  await heading.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=metric\.DESC\.activation_bytes/);
  await expect(page.getByRole('columnheader', { name: 'activation_bytes' })).toHaveAttribute('aria-sort', 'descending');
  await expect(heading).toBeFocused();
}

test('an experiment with several objectives, and its front as a table', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  const objectives = ['f1', 'f2', 'f3'].map((metric) => ({ metric }));
  const several = await createExperiment(client, {
    name: 'three at once',
    task: { name: 'function', settings: { function: 'dtlz2', dimension: 4 } },
    objectives,
    searcher: { name: 'nsga-iii', options: { population: 6 } },
    budget: { maxTrials: 12, maxParallel: 2 },
  });
  await until(
    () => readExperiment(client, several),
    ({ state }) => state === 'complete',
  );
  await page.goto(`/experiments/${several}`);
  await expect(page.getByRole('region', { name: 'Trials on the Pareto front' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Pareto front\. f1, lower is better by f2/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Objective on the horizontal axis' }).click();
  await page.getByRole('option', { name: 'f3' }).click();
  await expect(page).toHaveURL(/axes=f3,f1/);
  await expect(page.getByRole('img', { name: /^Pareto front\. f1, lower is better by f3/ })).toBeVisible();
  await page.getByRole('button', { name: 'Table view of Pareto front' }).click();
  await expect(page.getByRole('region', { name: 'Pareto front, table' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Pareto front only' }).check();
  await expectAccessible(page);
  watch.expectClean();
});

test('a comparison, with nothing of one yet, and the question for others', async ({ page, platform, client }) => {
  const watch = watchPage(page, { origin: platform.url });
  const idle = await createExperiment(client, digitsSearch({ name: 'for later' }), { start: false });
  await page.goto(`/experiments/compare?id=${id}&id=${idle}`);
  await expect(page.getByRole('img', { name: /^Best so far by device time/ })).toBeVisible();
  await expect(page.getByRole('row', { name: 'for later' })).toContainText('created');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add experiments…' }).click();
  await expect(page.getByRole('dialog', { name: 'Compare with other experiments' })).toBeVisible();
  await expectAccessible(page);
  watch.expectClean();
});

test('a trial', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url });
  await page.goto(`/experiments/${id}/trials/0`);
  await expect(page.getByRole('img', { name: /^Reports/ })).toBeVisible();
  await expect(page.getByLabel('Log', { exact: true })).toContainText('epoch 1 of 3');
  await expectAccessible(page);
  watch.expectClean();
});

test('a winner and what comes from it', async ({ page, client }) => {
  const { bestTrial } = await readExperiment(client, id);
  await page.goto(`/experiments/${id}/trials/${bestTrial?.number}`);
  const successors = page.getByRole('region', { name: 'Trials from this one' });
  await expect(successors).toContainText('a winner, retrained and tested');
  await expectAccessible(page);
  await successors.getByRole('link').first().click();
  await expect(page.getByText(`a winner, retrained and tested · from #${bestTrial?.number}`)).toBeVisible();
});

test('a new experiment, as a form, with mistakes, and as YAML', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url });
  await page.goto('/experiments/new');
  await expect(page.getByText('Ready.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add an objective' }).click();
  await page.getByRole('button', { name: 'Add a point to evaluate first' }).click();
  await page.getByRole('combobox', { name: 'Parameter to add to point 1' }).click();
  await page.getByRole('option', { name: 'hp.lr', exact: true }).click();
  await page.getByRole('switch', { name: 'Evaluate the leaders again' }).check();
  await expect(page.getByText('One thing is wrong').or(page.getByText('2 things are wrong'))).toBeVisible();
  await page.getByRole('combobox', { name: 'Who proposes trials' }).click();
  await expect(page.getByRole('option', { name: /^✓ evolution/ })).toContainText('Does not fit');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByLabel('Epochs', { exact: true }).fill('0');
  await page.getByLabel('Trials', { exact: true }).fill('many');
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
  await expect(page.getByRole('alert', { name: 'things are wrong' })).toContainText('epochs');
  await expectAccessible(page);
  await page.getByText('YAML', { exact: true }).click();
  const yaml = page.getByRole('textbox');
  await expect(yaml).toHaveValue(/name: first search/);
  await expectAccessible(page);
  await yaml.fill('name: [');
  await expect(yaml).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  watch.expectClean();
});

test('the list with an experiment, and the runners', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url });
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'for everyone' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/runners');
  await expect(page.getByText('1 connected')).toBeVisible();
  await page.getByLabel('Name of the token').fill('box');
  await page.getByRole('button', { name: 'Create a token' }).click();
  await expect(page.getByText('npx cambium runner --url')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tokens' })).toContainText('box');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revoke box' }).click();
  await expect(page.getByRole('dialog', { name: 'Revoke “box”?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Tokens' })).toBeHidden();
  watch.expectClean();
});

test('pages that are not there', async ({ page, platform }) => {
  const watch = watchPage(page, { origin: platform.url, allow: [/status of 404/] });
  for (const path of [
    '/nowhere',
    '/experiments/00000000-0000-4000-8000-000000000000',
    `/experiments/${id}/trials/999`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing here' })).toBeVisible();
    await expectAccessible(page);
  }
  watch.expectClean();
});

test.describe('without a session', () => {
  test.use({ signedIn: false });

  test('the page that says how to sign in, and the one for a used link', async ({ page, platform }) => {
    const watch = watchPage(page, { origin: platform.url, allow: [/status of 410/] });
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/login?token=long-gone');
    await expect(page.getByRole('heading', { name: 'This sign-in link no longer works' })).toBeVisible();
    await expectAccessible(page);
    watch.expectClean();
  });
});
