import * as z from 'zod';

export const gridOptions = z
  .strictObject({
    points: z.int().min(1).max(1000).default(5).meta({
      title: 'Points',
      description:
        'Values of a continuous parameter, both ends included; evenly spread, in the logarithm where it is one.',
    }),
    largest: z.int().min(1).max(100_000).default(100).meta({
      title: 'Largest full list',
      description: 'An integer or stepped parameter with more values than this is cut like a continuous one.',
    }),
    order: z.enum(['shuffled', 'sorted']).default('shuffled').meta({
      title: 'Order',
      description: 'Shuffled by the seed, or sorted: the last parameter changes fastest.',
    }),
  })
  .meta({ title: 'Grid search', description: 'Every combination of values, each once.' });

export type GridOptions = z.infer<typeof gridOptions>;
