import { CreateExperimentDocument, ExperimentListDocument } from '@cambium/graphql';
import { expect, type Page } from '@playwright/test';
import { digitsSearch } from '../support/search-client.js';
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

test('a network is written as JSON, and what is wrong with it is said of its nodes', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Dialect of architecture' }).click();
  await page.getByRole('option', { name: 'network', exact: true }).click();
  const network = page.getByRole('textbox', { name: 'Network as JSON' });
  await expect(network).toHaveValue(/^\{\n {2}"version": 1,\n {2}"nodes": \[\n {4}\{ "id": "image"/);
  const example = await network.inputValue();
  const branch = page.getByRole('group', { name: 'Architecture' });
  await network.fill(example.replace('"separable"', '"separabel"'));
  await expect(branch.getByText('node "body": unknown block "separabel"; did you mean "separable"?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
  await network.fill(example.replace('"version": 1,', '"version": 1'));
  await expect(network).toHaveAttribute('aria-invalid', 'true');
  await expect(branch.getByText(/^Not valid JSON: /)).toBeVisible();
  await network.fill(example.replace('"filters": 8', '"filters": 12'));
  await expect(page.getByText('Ready.')).toBeVisible();
  expect(await yamlOf(page)).toContain('filters: 12');
  await expect(network).toHaveValue(/"filters": 12/);
  await page.getByRole('button', { name: 'The example' }).click();
  await expect(network).toHaveValue(example);
  await expect(page.getByText('Ready.')).toBeVisible();
});

/** The specification as the YAML view has it. */
async function yamlOf(page: Page): Promise<string> {
  await page.getByText('YAML', { exact: true }).click();
  const text = await page.getByRole('textbox', { name: 'Specification as YAML' }).inputValue();
  await page.getByText('Form', { exact: true }).click();
  return text;
}

test('methods that can’t search for several objectives say so before one is chosen', async ({ page }) => {
  await page.getByRole('button', { name: 'Add an objective' }).click();
  await expect(page.getByRole('group', { name: 'Objective 2' }).getByLabel('Direction')).not.toHaveValue('');
  await expect(page.getByText(/^evolution searches for one objective, not 2; keep one/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Who proposes trials' }).click();
  await expect(page.getByRole('option', { name: /^✓ evolution/ })).toContainText('Does not fit: evolution searches');
  await expect(page.getByRole('option', { name: /^random/ })).not.toContainText('Does not fit');
  await page.getByRole('option', { name: /^random/ }).click();
  await page.getByRole('combobox', { name: 'Who ends bad trials early' }).click();
  await expect(page.getByRole('option', { name: /^✓ asha/ })).toContainText('Does not fit');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove objective 2' }).click();
  await expect(page.getByText('Ready.')).toBeVisible();
});

test('points to begin with, results taken over and repetitions are fields, with errors beside them', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add a point to evaluate first' }).click();
  const point = page.getByRole('group', { name: 'Point 1' });
  await point.getByRole('combobox', { name: 'Parameter to add to point 1' }).click();
  await page.getByRole('option', { name: 'hp.lr', exact: true }).click();
  await point.getByLabel('hp.lr', { exact: true }).fill('7');
  await expect(point.getByText(/^hp.lr can't be 7/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create and start' })).toBeDisabled();
  await point.getByLabel('hp.lr', { exact: true }).fill('0.002');
  await page.getByRole('switch', { name: 'Take results over' }).check();
  await page.getByRole('switch', { name: 'Evaluate the leaders again' }).check();
  await page.getByRole('textbox', { name: 'Repetitions' }).fill('2');
  await expect(page.getByText('Ready.')).toBeVisible();
  const yaml = await yamlOf(page);
  expect(yaml).toMatch(/hp\.lr: 0\.002/);
  expect(yaml).toContain('reuseResults: true');
  expect(yaml).toMatch(/repeats: 2/);
  await page.getByRole('button', { name: 'Remove point 1' }).click();
  await page.getByRole('switch', { name: 'Take results over' }).uncheck();
  await page.getByRole('switch', { name: 'Evaluate the leaders again' }).uncheck();
  await expect(point).toBeHidden();
  expect(await yamlOf(page)).not.toMatch(/warmStart|reuseResults|reevaluate/);
});

test('baselines are asked for where an augmentation policy is searched', async ({ page }) => {
  const augmentation = page.getByRole('switch', { name: 'Augmentation' });
  await augmentation.uncheck();
  const compared = page.getByRole('combobox', { name: 'Compared with' });
  await expect(compared).toBeHidden();
  await augmentation.check();
  await compared.click();
  await page.getByRole('option', { name: 'autoaugment-svhn' }).click();
  await expect(page.getByText('Ready.')).toBeVisible();
  expect(await yamlOf(page)).toMatch(/baselines:\s+- none\s+- trivialaugment-wide\s+- autoaugment-svhn/);
});

test('an earlier experiment that has no result to tell is refused at its field', async ({ page, client }) => {
  const spec = { ...digitsSearch({ name: 'nothing yet' }), pruner: null };
  await client.request(CreateExperimentDocument, { spec: spec as never, start: false });
  const earlier = page.getByRole('combobox', { name: 'Earlier experiments' });
  await earlier.fill('nothing y');
  await page.getByRole('option', { name: /^nothing yet/ }).click();
  await expect(page.getByText('Ready.')).toBeVisible();
  await page.getByRole('button', { name: 'Create, start later' }).click();
  const field = page.getByRole('region', { name: 'Begin with what is known' });
  await expect(field.getByText(/^no complete trial of nothing yet/)).toBeVisible();
});

test('creating again after a lost answer makes no second experiment', async ({ page, client }) => {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('made one time');
  await expect(page.getByText('Ready.')).toBeVisible();
  let lost = false;
  await page.route(/\/graphql$/, async (route) => {
    const isFirst = !lost && (route.request().postData() ?? '').includes('CreateExperiment');
    if (!isFirst) return route.continue();
    lost = true;
    await route.fetch();
    return route.abort();
  });
  await page.getByRole('button', { name: 'Create, start later' }).click();
  await expect(page.getByText('No answer')).toBeVisible();
  await page.getByRole('button', { name: 'Create, start later' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'made one time' })).toBeVisible();
  const { experiments } = await client.request(ExperimentListDocument, {
    first: 9,
    filter: { nameContains: 'made one time' },
  });
  expect(experiments.totalCount).toBe(1);
});
