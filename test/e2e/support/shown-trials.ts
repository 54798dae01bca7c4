import type { Page } from '@playwright/test';

/** The rows of the trials table, from the top, as a person reads them. */
export function shownTrials(page: Page): Promise<{ number: number; state: string }[]> {
  return page
    .getByRole('grid', { name: 'Trials' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        number: Number(row.getAttribute('data-trial')),
        state: row.querySelector('[data-state]')?.textContent ?? '',
      })),
    );
}
