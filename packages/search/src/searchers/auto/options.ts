import * as z from 'zod';

export const autoOptions = z
  .strictObject({
    exploration: z.number().min(0).max(2).default(0.3).meta({
      title: 'Exploration',
      description: 'How readily a method that did worse is tried again; 0 keeps to the one that does best.',
    }),
  })
  .meta({ title: 'Automatic', description: 'A bandit over the methods that suit the space, the budget and the goal.' });

export type AutoOptions = z.infer<typeof autoOptions>;
