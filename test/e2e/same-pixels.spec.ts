import type { AugmentationPolicy } from '@cambium/core';
import { AugmentationExamplesDocument } from '@cambium/graphql';
import { expect, type Page } from '@playwright/test';
import { createExperiment, digitsSearch, readTrials, until } from '../support/search-client.js';
import { hashAugmented } from './support/hash-augmented.js';
import { openPackagesPage } from './support/packages-page.js';
import { test } from './support/platform-test.js';
import { policyOfEachKind } from './support/policy-of-each-kind.js';

// Node and Chromium bring engines of different versions. What those may differ in is the last bits of sines, exponentials and
// logarithms, which ops round away: with some more of such errors the pixels must be the same still.
for (const error of [0, 3e-16]) {
  test(`the same seed gives the same pixels in Node and in a browser, with relative errors of ${error}`, async ({
    page,
  }) => {
    await page.addInitScript((relative) => {
      for (const name of ['sin', 'cos', 'exp', 'log'] as const) {
        const exact = Math[name];
        Math[name] = (x) => exact(x) * (1 + relative);
      }
    }, error);
    await openPackagesPage(page);
    const seen = new Set<string>();
    for (const [kind, policy] of Object.entries(policyOfEachKind)) {
      const here = await hashAugmented(policy);
      expect(await page.evaluate(hashAugmented, policy), kind).toEqual(here);
      for (const hash of here) seen.add(hash);
    }
    // No policy left the images as they are, or did what another one does.
    expect(seen.size).toBe(8 * Object.keys(policyOfEachKind).length);
  });
}

test('what a trial’s page shows is what its policy gives in a browser', async ({ page, client }) => {
  const policy: AugmentationPolicy = { kind: 'chain', policies: Object.values(policyOfEachKind) };
  const space = { ...digitsSearch().space, aug: { dialect: 'custom', policy } };
  const id = await createExperiment(client, digitsSearch({ name: 'one policy', space, budget: { maxTrials: 1 } }));
  const [trial] = await until(
    () => readTrials(client, id),
    (trials) => trials.length > 0,
  );
  const asked = { count: 16, seed: 5, progress: 0.6, op: null };
  const shown = await client.request(AugmentationExamplesDocument, { trialId: trial?.id ?? '', ...asked });
  const examples = shown.trial?.design.augmentation?.examples ?? [];
  expect(examples).toHaveLength(16);

  await openPackagesPage(page);
  const images = await levelsOf(
    page,
    examples.map(({ before }) => before),
  );
  const augmented = await page.evaluate(
    async ({ levels, labels, chain, seed, progress }) => {
      const { applyPolicy } = await import('@cambium/augment');
      const { createRng } = await import('@cambium/core');
      const batch = { images: Uint8Array.from(levels), count: 16, shape: [8, 8, 1] as const, labels, progress };
      return [...applyPolicy(chain, batch, createRng(seed).fork('policy')).images];
    },
    { levels: images, labels: examples.map(({ label }) => Number(label)), chain: policy, ...asked },
  );
  expect(augmented).not.toEqual(images);
  expect(augmented).toEqual(
    await levelsOf(
      page,
      examples.map(({ after }) => after),
    ),
  );
});

/** The gray levels of pictures, one after the other, as the page decodes them. */
function levelsOf(page: Page, urls: readonly string[]): Promise<number[]> {
  return page.evaluate(async (pictures) => {
    const levels: number[] = [];
    for (const picture of pictures) {
      const bitmap = await createImageBitmap(await (await fetch(picture)).blob(), { colorSpaceConversion: 'none' });
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      canvas?.drawImage(bitmap, 0, 0);
      const pixels = canvas?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
      levels.push(...[...pixels].filter((_, i) => i % 4 === 0));
    }
    return levels;
  }, urls);
}
