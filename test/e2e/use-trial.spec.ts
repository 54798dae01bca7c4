import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { createExperiment, digitsSearch, readExperiment, until } from '../support/search-client.js';
import { test } from './support/platform-test.js';

test('a trial is trained again, longer and wider, and the result is promoted and taken back', async ({
  page,
  client,
}) => {
  const id = await createExperiment(
    client,
    digitsSearch({ name: 'small ones', budget: { maxTrials: 1 }, final: { top: 0 } }),
  );
  await until(
    () => readExperiment(client, id),
    ({ state }) => state === 'complete',
  );
  await page.goto(`/experiments/${id}/trials/0`);
  // A click on a page that does not listen yet is lost.
  await expect(async () => {
    await page.getByRole('button', { name: 'JSON' }).click({ timeout: 5000 });
    await expect(page.getByRole('link', { name: 'Download trial-0-network.json' })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download trial-0-network.json' }).click();
  expect(JSON.parse(await readFile(await (await downloading).path(), 'utf8'))).toMatchObject({
    version: 1,
    output: 'logits',
  });
  const dialog = page.getByRole('dialog');
  await expect(async () => {
    await page.getByRole('button', { name: 'Train it again…' }).click({ timeout: 5000 });
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await dialog.getByLabel('Steps').fill('2');
  await dialog.getByLabel('× width').fill('200');
  await expect(dialog.getByText('width must be a factor from')).toBeVisible();
  await dialog.getByLabel('× width').fill('1.5');
  for (const name of ['Parameters', 'FLOPs']) {
    await expect(dialog.getByText(new RegExp(`^${name} \\S+ → \\S+ \\(× [\\d.]+\\)$`))).toBeVisible();
  }
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'small ones: trial 0 again' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'trial #0 of small ones' })).toHaveAttribute(
    'href',
    `/experiments/${id}/trials/0`,
  );
  const again = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await until(
    () => readExperiment(client, again),
    ({ state }) => state === 'complete',
  );
  await page.goto(`/experiments/${again}/trials/1`);
  await page.getByRole('button', { name: 'Promote' }).click();
  await expect(page.getByText(/^Promoted by /)).toBeVisible();
  await page.goto('/');
  const line = page.getByRole('row').filter({ hasText: 'trial 0 again' });
  await expect(line.getByRole('link', { name: /^#1 promoted · 0\.\d+ test_accuracy$/ })).toHaveAttribute(
    'title',
    /: test_accuracy$/,
  );
  await page.goto(`/experiments/${again}`);
  await page.getByRole('link', { name: /^trial #1 promoted by/ }).click();
  await page.getByRole('button', { name: 'Take the promotion back' }).click();
  await expect(page.getByText(/^Promoted by /)).toBeHidden();
});
