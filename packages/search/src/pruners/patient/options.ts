import * as z from 'zod';
import { ashaOptions } from '../asha/options.js';
import { medianOptions } from '../median/options.js';
import { percentileOptions } from '../percentile/options.js';

export const patientOptions = z
  .strictObject({
    patience: z.int().min(1).max(1_000_000).default(3).meta({
      title: 'Patience',
      description: 'Steps without improvement after which a trial may be stopped.',
    }),
    minDelta: z.number().min(0).default(0).meta({
      title: 'Least improvement',
      description: 'Less than this, in the unit of the objective, is no improvement.',
    }),
    pruner: z
      .discriminatedUnion('name', [
        z.strictObject({ name: z.literal('none') }).meta({ title: 'none: patience alone' }),
        z.strictObject({ name: z.literal('median'), options: medianOptions.prefault({}) }).meta({ title: 'median' }),
        z
          .strictObject({ name: z.literal('percentile'), options: percentileOptions.prefault({}) })
          .meta({ title: 'percentile' }),
        z.strictObject({ name: z.literal('asha'), options: ashaOptions.prefault({}) }).meta({ title: 'asha' }),
      ])
      .prefault({ name: 'median' })
      .meta({ title: 'Pruner', description: 'Who else must want to stop it. None: every trial stops on a plateau.' }),
  })
  .meta({ title: 'Patient', description: 'Waits until a trial no longer improves before another pruner may stop it.' });

export type PatientOptions = z.infer<typeof patientOptions>;
