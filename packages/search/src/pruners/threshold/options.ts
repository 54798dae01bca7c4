import * as z from 'zod';

export const thresholdOptions = z
  .strictObject({
    lower: z.number().optional().meta({
      title: 'Lower bound',
      description: 'A trial is stopped when the objective is below; in its own unit, whether minimised or maximised.',
    }),
    upper: z.number().optional().meta({
      title: 'Upper bound',
      description: 'A trial is stopped when the objective is above.',
    }),
    minSteps: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Grace steps',
      description: 'No trial is stopped before it has reported this step.',
    }),
  })
  .meta({ title: 'Threshold', description: 'Stops trials that leave given bounds, or whose value is no number.' });

export type ThresholdOptions = z.infer<typeof thresholdOptions>;
