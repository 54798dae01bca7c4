import * as z from 'zod';

/** Three, where papers train with one: a single search says little. */
export const standalonePolicies = z.int().min(1).max(1000).default(3).meta({
  title: 'Trained from scratch',
  description:
    'Learnt policies that are trained with: first the one of the likeliest choices, then those that are drawn.',
});
