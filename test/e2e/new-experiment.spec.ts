import { expect } from '@playwright/test';
import { test } from './support/platform-test.js';

test.beforeEach(async ({ page }) => {
  await page.goto('/experiments/new');
  await expect(page.getByText('Ready.')).toBeVisible();
});

test('what is no number is never created, and goes when another template is chosen', async ({ page }) => {
  const trials = page.getByLabel('Trials', { exact: true });
  const create = page.getByRole('button', { name: 'Create and start' });
  const before = await trials.inputValue();
  await trials.fill('many');
  await expect(trials).toHaveAttribute('aria-invalid', 'true');
  await expect(create).toBeDisabled();
  await page.getByRole('list').filter({ hasText: 'First search' }).getByRole('button').first().click();
  await expect(trials).toHaveValue(before);
  await expect(create).toBeEnabled();
});

test('winners to retrain can be emptied, with all else kept', async ({ page }) => {
  const winners = page.getByLabel('Winners to retrain');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('kept');
  for (const text of ['', '2', '']) {
    await winners.fill(text);
    await expect(winners).toHaveValue(text);
  }
  await expect(page.getByText('Ready.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('kept');
});

test('YAML that can’t be read is not ready', async ({ page }) => {
  await page.getByText('YAML', { exact: true }).click();
  await page.getByRole('textbox').fill('name: [');
  await expect(page.getByText('Ready.')).toBeHidden();
  await expect(page.getByText('The YAML can’t be read, so there is nothing to check.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
});

test('a check that the API did not answer is repeated when it is back', async ({ page }) => {
  const away = (route: { abort(): Promise<void> }) => route.abort();
  await page.route(/\/(graphql|healthz)$/, away);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('later');
  await expect(page.getByText('The API does not answer.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
  await page.unroute(/\/(graphql|healthz)$/, away);
  await expect(page.getByText('Ready.')).toBeVisible();
});

test('every branch says its dialect; hyperparameters have rows of their own', async ({ page }) => {
  await expect(page.getByRole('combobox', { name: 'Dialect of hyperparameters' })).toHaveValue('hp');
  await expect(page.getByRole('combobox', { name: 'Dialect of architecture' })).toHaveValue('cnn-chain');
  await expect(page.getByRole('group', { name: 'Hyperparameter lr' })).toBeVisible();
});
