import { runSql } from '@cambium/db/testing';
import { expect } from '@playwright/test';
import { createExperiment, digitsSearch } from '../support/search-client.js';
import { databaseUrl, newLoginLink, test } from './support/platform-test.js';

test.use({ signedIn: false });

test('a link signs in one browser, once; signing out ends the session everywhere', async ({
  page,
  browser,
  platform,
}) => {
  const link = platform.loginUrl;
  await page.goto(link);
  await expect(page).toHaveURL(`${platform.url}/`);
  await expect(page.getByRole('heading', { level: 1, name: 'Experiments' })).toBeVisible();
  // Signed in already: the same link just opens the dashboard.
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: 'Experiments' })).toBeVisible();

  const stranger = await browser.newPage();
  const response = await stranger.goto(link);
  expect(response?.status()).toBe(410);
  await expect(stranger.getByRole('heading', { name: 'This sign-in link no longer works' })).toBeVisible();
  await expect(stranger.getByText('npx cambium login-link')).toBeVisible();
  expect(await stranger.context().cookies()).toEqual([]);
  await stranger.close();

  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  // Also for whoever kept the cookie.
  await page.context().addCookies(cookies);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a link that is too old shows the same page', async ({ page, platform }) => {
  const link = await newLoginLink(platform);
  await runSql(await databaseUrl(platform), 'update login_links set expires_at = 0');
  const response = await page.goto(link);
  expect(response?.status()).toBe(410);
  await expect(page.getByRole('heading', { name: 'This sign-in link no longer works' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the dashboard' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('a visitor who is not signed in sees no data', async ({ page, client }) => {
  const name = 'a secret search';
  const id = await createExperiment(client, digitsSearch({ name, budget: { maxTrials: 1 } }));
  for (const path of ['/', `/experiments/${id}`, `/experiments/${id}/trials/0`, '/experiments/new', '/runners']) {
    const response = await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(await response?.text()).not.toContain(name);
    expect(await page.content()).not.toContain(name);
  }
  const answer = await page.request.post('/graphql', {
    data: { query: 'query ($id: ID!) { experiment(id: $id) { name } }', variables: { id } },
  });
  const body = await answer.text();
  expect(body).not.toContain(name);
  expect(body).toContain('UNAUTHENTICATED');
});
