import { unknownName } from '@cambium/core';
import * as z from 'zod';
import { strictSettings } from '../../schema/strict-settings.js';
import { checkDomains } from './check-domains.js';

const value = z.union([z.string(), z.number(), z.boolean()]);

const bounds = strictSettings({
  min: z.number().optional().meta({ title: 'Minimum', description: 'Active from this value of the parent on.' }),
  max: z.number().optional().meta({ title: 'Maximum', description: 'Active up to this value of the parent.' }),
});

const when = z
  .record(z.string(), z.union([value, z.array(value).min(1), bounds]))
  .optional()
  .meta({
    title: 'When',
    description: 'Active only when other hyperparameters have these values: a value, a list of them, or min and max.',
  });

const log = z
  .boolean()
  .default(false)
  .meta({ title: 'Logarithmic', description: 'Uniform in the logarithm; needs low > 0.' });

const choices = z.array(value).meta({ title: 'Choices', description: 'At least one, none twice.' });

const float = strictSettings({
  type: z.literal('float').meta({ title: 'Type', description: 'A real number.' }),
  low: z.number().meta({ title: 'Lowest', description: 'Smallest value, included.' }),
  high: z.number().meta({ title: 'Highest', description: 'Largest value, included.' }),
  log,
  step: z.number().positive().optional().meta({ title: 'Step', description: 'Grid from low on; must end at high.' }),
  when,
});

const int = strictSettings({
  type: z.literal('int').meta({ title: 'Type', description: 'A whole number.' }),
  low: z.int().meta({ title: 'Lowest', description: 'Smallest value, included.' }),
  high: z.int().meta({ title: 'Highest', description: 'Largest value, included.' }),
  log,
  step: z.int().min(1).default(1).meta({ title: 'Step', description: 'Grid from low on; must end at high.' }),
  when,
});

const categorical = strictSettings({
  type: z.literal('categorical').meta({ title: 'Type', description: 'One of several choices without an order.' }),
  choices,
  when,
});

const ordinal = strictSettings({
  type: z.literal('ordinal').meta({ title: 'Type', description: 'One of several choices, in the order of the list.' }),
  choices,
  when,
});

const types = ['float', 'int', 'categorical', 'ordinal'];

const domain = z.discriminatedUnion('type', [float, int, categorical, ordinal], {
  error: (issue) => {
    const given = (issue.input as { type?: unknown } | undefined)?.type;
    if (given === undefined) return `a hyperparameter needs a type: ${types.join(', ')}`;
    return unknownName('type', String(given), types);
  },
});

const name = z.string().regex(/^[A-Za-z][\w-]*$/);

/** A record of hyperparameters by their short name. */
export const hpSettings = z
  .record(name, domain, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? 'a hyperparameter is named by a letter and then letters, digits, "_" or "-"'
        : undefined,
  })
  .superRefine(checkDomains)
  .meta({
    title: 'Hyperparameters',
    description: 'Each by its name: type, range or choices, and when it is active.',
    editor: 'hyperparameters',
  });

export type HpSettings = z.infer<typeof hpSettings>;
