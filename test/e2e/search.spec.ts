import {
  CliExperimentDocument,
  type GraphqlClient,
  RunnerListDocument,
  StopExperimentDocument,
} from '@cambium/graphql';
import { expect, type Page } from '@playwright/test';
import { createExperiment, digitsSearch, readTrials, until } from '../support/search-client.js';
import { test } from './support/platform-test.js';

test.use({ signedIn: false, platformName: 'search' });

test('a person signs in, sets up a search, watches it live and stops it', async ({ page, platform, client }) => {
  const traffic = watchTraffic(page);

  await test.step('signs in through the link that the start printed', async () => {
    await page.goto(platform.loginUrl);
    await expect(page).toHaveURL(`${platform.url}/`);
    await expect(page.getByText('No experiment yet')).toBeVisible();
  });

  // Another search has all slots: the first trial of this one waits until it is looked at.
  const other = await occupyRunners(client);
  await test.step('sets the search up; mistakes are named next to their field and go when they are put right', async () => {
    await page.getByRole('link', { name: 'New experiment' }).click();
    await expect(page).toHaveURL(/\/experiments\/new$/);
    const create = page.getByRole('button', { name: 'Create and start' });
    await expect(create).toBeEnabled();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('digits by hand');

    const images = page.getByLabel('Training images');
    await page.getByRole('combobox', { name: 'Data set', exact: true }).click();
    await page.getByRole('option', { name: 'digits', exact: true }).click();
    // The template's images are more than the digits have.
    await expect(images).toHaveValue('8000');
    await expect(images).toHaveAccessibleDescription(/there are 1437 training images/);
    await expect(images).toHaveAttribute('aria-invalid', 'true');
    await expect(create).toBeDisabled();
    await images.fill('1000');
    await expect(images).not.toHaveAttribute('aria-invalid', 'true');
    await expect(images).not.toHaveAccessibleDescription(/there are 1437/);
    await expect(create).toBeEnabled();

    const low = page.getByLabel('Lowest of lr');
    await low.fill('7');
    await expect(low).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('One thing is wrong')).toBeVisible();
    await expect(create).toBeDisabled();
    await low.fill('0.001');
    await expect(low).not.toHaveAttribute('aria-invalid', 'true');

    // A pruner that leaves the first trials alone: the second one is watched while it reports.
    await page.getByRole('combobox', { name: 'Who ends bad trials early' }).click();
    await page.getByRole('option', { name: /^median/ }).click();
    await page.getByLabel('Epochs', { exact: true }).fill('100');
    await page.getByLabel('Trials', { exact: true }).fill('6');
    await page.getByLabel('At one time').fill('1');
    await expect(page.getByText(/Ready\. The space has \d+ parameters/)).toBeVisible();
    await create.click();
    await expect(page).toHaveURL(/\/experiments\/[0-9a-f-]{36}$/);
  });
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await test.step('watches the first trial wait, run and complete on one page load, by subscription alone', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'digits by hand' })).toBeVisible();
    await expect(page.getByTestId('live-state')).toHaveText('live');
    const seen = await watchStates(page, 0);
    await markPage(page);
    await expect(page.getByRole('row', { name: 'Trial 0', exact: true })).toContainText('waiting');
    await client.request(StopExperimentDocument, { id: other });
    const second = page.getByRole('row', { name: 'Trial 1', exact: true });
    await expect(page.getByRole('row', { name: 'Trial 0', exact: true })).toContainText('complete', {
      timeout: 150_000,
    });
    await expect(second).toContainText('running', { timeout: 60_000 });
    // From here the page watches only: whatever it shows comes over the WebSocket.
    await expect(
      page.getByRole('button', { name: 'Other images' }).or(page.getByText('Images are not augmented')),
    ).toBeVisible();
    const before = traffic.queries.length;
    const step = second.locator('td').filter({ hasText: /^[1-9]\d*\/100$/ });
    const reported = (await step.textContent({ timeout: 60_000 })) ?? '';
    await expect(step).not.toHaveText(reported, { timeout: 60_000 });
    expect(traffic.queries.slice(before)).toEqual([]);
    expect(await seen()).toEqual(['waiting', 'running', 'complete']);
    expect(await isMarked(page)).toBe(true);
  });

  await test.step('opens the architecture of the trial, and comes back', async () => {
    await page.getByRole('link', { name: 'Open trial 0' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Trial #0' })).toBeVisible();
    const design = page.getByLabel('Design');
    await expect(design.getByText(/\d+ blocks · [\d.]+k? parameters/)).toBeVisible();
    await design.getByText('Layers', { exact: true }).click();
    await expect(design.getByRole('group', { name: /^input/ })).toBeVisible();
    await expect(design.getByText('dense', { exact: true })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'digits by hand' })).toBeVisible();
    expect(await isMarked(page)).toBe(true);
  });

  await test.step('stops the experiment, after a question', async () => {
    await page.getByRole('button', { name: 'Stop…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Stop this experiment?' });
    await dialog.getByRole('button', { name: 'Keep it running' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('button', { name: 'Stop…' }).click();
    await dialog.getByRole('button', { name: 'Stop experiment' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.locator('[data-state="stopped"]')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Stop…' })).toBeHidden();
    await expect(page.getByRole('row', { name: /^Trial \d+$/ }).filter({ hasText: 'cancelled' })).not.toHaveCount(0);
    const { experiment } = await client.request(CliExperimentDocument, { id });
    expect(experiment?.state).toBe('stopped');
    const trials = await readTrials(client, id);
    expect(trials.filter(({ state }) => state === 'waiting' || state === 'running')).toEqual([]);
    for (const { number, state } of trials) {
      await expect(page.getByRole('row', { name: `Trial ${number}`, exact: true })).toContainText(state);
    }
    expect(await isMarked(page)).toBe(true);
    await page.getByRole('link', { name: `Open trial ${trials.length - 1}` }).click();
    const neighbours = page.getByRole('navigation', { name: 'Neighbouring trials' }).getByRole('link');
    await expect(neighbours).toHaveText([`← #${trials.length - 2}`]);
  });

  await test.step('finds it in the list, which was empty when it was seen last', async () => {
    await page.getByRole('link', { name: 'Experiments', exact: true }).first().click();
    const row = page.getByRole('row').filter({ hasText: 'digits by hand' });
    await expect(row).toContainText('stopped');
    await expect(page.getByText('2 of 2 experiments')).toBeVisible();
    expect(await isMarked(page)).toBe(true);
  });
  expect(traffic.foreign(platform.url)).toEqual([]);
});

/** Starts a search that keeps every slot busy until it is stopped. Gives its id. */
async function occupyRunners(client: GraphqlClient): Promise<string> {
  const id = await createExperiment(
    client,
    digitsSearch({
      name: 'another one',
      pruner: null,
      task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 100 } },
      budget: { maxTrials: 100, maxParallel: 100 },
    }),
  );
  await until(
    () => client.request(RunnerListDocument, {}),
    ({ runners }) => runners.length > 0 && runners.every(({ busy, slots }) => busy === slots.length),
  );
  return id;
}

/** GraphQL over HTTP and requests to other origins. */
function watchTraffic(page: Page) {
  const queries: string[] = [];
  const origins = new Set<string>();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) origins.add(url.origin);
    if (url.pathname === '/graphql') queries.push(request.postData() ?? request.url());
  });
  return { queries, foreign: (own: string) => [...origins].filter((origin) => origin !== own) };
}

/** Each state that a trial's row shows, in order, however short: read from the page at every change of it. */
async function watchStates(page: Page, trial: number): Promise<() => Promise<string[]>> {
  await page.evaluate((number) => {
    const seen: string[] = [];
    const read = () => {
      const state = document.querySelector<HTMLElement>(`tr[data-trial="${number}"] [data-state]`)?.dataset['state'];
      if (state !== undefined && seen.at(-1) !== state) seen.push(state);
    };
    read();
    new MutationObserver(read).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { seenStates: seen });
  }, trial);
  return () => page.evaluate(() => (window as unknown as { seenStates: string[] }).seenStates);
}

/** A reload would lose the mark. */
async function markPage(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
}

async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'sameLoad' in window);
}
