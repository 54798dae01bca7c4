import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { strictSettings } from '../../schema/strict-settings.js';

/** ENAS' six, and no operation. */
export const macroOps = [
  'conv_3x3',
  'conv_5x5',
  'sep_conv_3x3',
  'sep_conv_5x5',
  'avg_pool_3x3',
  'max_pool_3x3',
  'identity',
] as const;
export type MacroOp = (typeof macroOps)[number];

export const macroSettings = strictSettings({
  layers: z.int().min(1).max(24).default(6).meta({
    title: 'Layers',
    description: 'Layers in a row; before those at a third and two thirds the resolution halves. ENAS has 12.',
  }),
  ops: choiceList(oneOf('operation', macroOps), macroOps.slice(0, 6), {
    title: 'Operations',
    description: 'What a layer may be.',
  }),
  skips: z.boolean().default(true).meta({
    title: 'Skip connections',
    description: 'Whether each layer chooses which earlier layers it adds to its output.',
  }),
  width: z.int().min(2).max(256).default(24).meta({
    title: 'Width',
    description: 'Channels of every layer.',
  }),
});

export type MacroSettings = z.infer<typeof macroSettings>;
