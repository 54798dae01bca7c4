import * as z from 'zod';

/** Defaults of Fast AutoAugment (Lim et al. 2019) and its authors' code but for the folds (5) and the searches (200). */
export const fastAutoAugmentOptions = z
  .strictObject({
    folds: z.int().min(1).max(100).default(3).meta({
      title: 'Folds',
      description:
        'Networks that judge policies, each trained on a random part of the training images. 5 in the paper.',
    }),
    searches: z.int().min(1).max(100_000).default(100).meta({
      title: 'Searches',
      description: 'Policies that each fold’s network judges, fewer where the budget is small. 200 in the paper.',
    }),
    pieceSize: z.int().min(1).max(50).default(5).meta({
      title: 'Sub-policies of a piece',
      description: 'How many are judged together; less where so many do not divide those of the space.',
    }),
    judge: z.enum(['loss', 'accuracy']).default('loss').meta({
      title: 'Judged by',
      description: 'What the fold’s network measures on augmented held-out images. The authors’ code takes accuracy.',
    }),
    standalone: z.int().min(1).max(1000).default(3).meta({
      title: 'Trained from scratch',
      description:
        'Merged policies that are trained with: first the one of the best pieces, then those of the next best.',
    }),
  })
  .meta({
    title: 'Fast AutoAugment',
    description: 'A few networks trained without augmentation judge many policies; the best are merged.',
  });

export type FastAutoAugmentOptions = z.infer<typeof fastAutoAugmentOptions>;
