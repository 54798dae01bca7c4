import * as z from 'zod';

export const poolAttributes = z.strictObject({
  size: z.int().min(1).max(31).default(2).describe('Height and width of the window, in pixels'),
  stride: z.int().min(1).max(16).default(2).describe('Step between windows, in pixels'),
});
