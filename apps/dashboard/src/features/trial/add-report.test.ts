import { expect, it } from '@jest/globals';
import { addReport } from './add-report.js';

it('appends steps and lets a second attempt replace the first', () => {
  const first = [1, 2, 3].map((step) => ({ step, metrics: { run: 1 } }));
  expect(addReport(first, { step: 4, metrics: {} }).map((r) => r.step)).toEqual([1, 2, 3, 4]);
  const again = addReport(first, { step: 2, metrics: { run: 2 } });
  expect(again).toEqual([first[0], { step: 2, metrics: { run: 2 } }]);
});
