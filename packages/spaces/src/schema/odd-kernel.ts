import * as z from 'zod';

/** Side of a spatial kernel, in pixels. */
export const oddKernel = z
  .int()
  .min(1)
  .max(11)
  .refine((kernel) => kernel % 2 === 1, 'a kernel is odd: 1, 3, 5, 7 …');
