import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { strictSettings } from '../../schema/strict-settings.js';

/** Eleven of NASNet's thirteen, by DARTS' names: all but the two pairs of oblong convolutions. */
export const nasnetOps = [
  'skip_connect',
  'sep_conv_3x3',
  'sep_conv_5x5',
  'sep_conv_7x7',
  'avg_pool_3x3',
  'max_pool_3x3',
  'max_pool_5x5',
  'max_pool_7x7',
  'dil_conv_3x3',
  'conv_1x1',
  'conv_3x3',
] as const;
export type NasnetOp = (typeof nasnetOps)[number];

export const combinations = ['add', 'concat'] as const;

export const nasnetCellsSettings = strictSettings({
  ops: choiceList(oneOf('operation', nasnetOps), nasnetOps, {
    title: 'Operations',
    description: 'What a block may apply to each of its two inputs.',
  }),
  combine: choiceList(oneOf('combination', combinations), ['add'] as const, {
    title: 'Combinations',
    description: 'How a block puts its two results together. After concat a 1×1 convolution brings the width back.',
  }),
  blocks: z.int().min(1).max(7).default(5).meta({
    title: 'Blocks',
    description: 'Blocks of a cell; the paper has 5.',
  }),
  layers: z.int().min(3).max(30).default(5).meta({
    title: 'Cells',
    description: 'Cells in a row, those at a third and two thirds of them reduction cells.',
  }),
  width: z.int().min(2).max(128).default(8).meta({
    title: 'Width',
    description: 'Channels of a block before the first reduction; each reduction doubles them.',
  }),
});

export type NasnetCellsSettings = z.infer<typeof nasnetCellsSettings>;
