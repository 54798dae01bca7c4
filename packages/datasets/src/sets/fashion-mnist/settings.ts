import * as z from 'zod';

export const fashionMnistSettings = z.strictObject({
  source: z
    .enum(['shipped', 'full', 'auto'])
    .default('shipped')
    .meta({
      title: 'Images',
      description:
        'shipped: 10,000 to train on and 2,000 to test on, the same on every machine. full: all 60,000 and 10,000, ' +
        'which must be fetched or installed. auto: full where it is there, else shipped.',
    }),
});

export type FashionMnistSettings = z.output<typeof fashionMnistSettings>;
