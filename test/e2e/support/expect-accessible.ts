import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

// All that axe looks at by default, and target sizes, which it leaves out unless WCAG 2.2 is asked for.
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe's findings in light and in dark, each with the elements it is about. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page, colorScheme);
    const { violations, passes } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(passes.length).toBeGreaterThan(5);
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html, target }) => `${target} ${html}`) }));
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
}

/** The dashboard takes the scheme up in a script, and its colours fade into each other; axe reads those of one moment. */
async function settle(page: Page, colorScheme: string): Promise<void> {
  const html = page.locator('html');
  if ((await html.getAttribute('data-mantine-color-scheme')) !== null) {
    await expect(html).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  }
  // Not by their promises: that of an animation whose element goes meanwhile may never settle.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect, playState }) => playState === 'finished' || effect?.getComputedTiming().endTime === Infinity),
  );
}
