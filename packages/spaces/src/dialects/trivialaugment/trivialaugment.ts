import * as z from 'zod';
import { randAugmentOps } from '../../augmentation/op-lists.js';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';

const fields = {
  ops: choiceList(z.string().min(1), randAugmentOps, {
    title: 'Operations',
    description: 'Names of augmentation ops of which each image gets one.',
  }),
  tables: choiceList(oneOf('magnitude table', ['standard', 'wide'] as const), ['wide'] as const, {
    title: 'Magnitude tables',
    description:
      'How strong the strongest is: as in RandAugment (standard) or far more (wide, the paper’s). Two: searched.',
  }),
};

/** TrivialAugment (Müller and Hutter 2021): one op at one of 31 magnitudes, both drawn anew for each image. */
export const trivialaugment = policyDialect({
  name: 'trivialaugment',
  summary:
    'One op of random strength for each image, and nothing to search: the baseline that searched policies must beat.',
  fields,
  parameters: ({ tables }) =>
    choiceParameter({ name: 'aug.table', branch: 'aug', choices: tables, kind: 'categorical' }),
  decode: (params, { ops, tables }) => ({
    kind: 'random-subset',
    ops,
    count: 1,
    magnitude: 'uniform',
    table: chosen(params, 'aug.table', tables),
  }),
});
