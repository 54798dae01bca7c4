import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { oddKernel } from '../../schema/odd-kernel.js';
import { checkWidths, widthFields } from '../../schema/stage-widths.js';
import { strictSettings } from '../../schema/strict-settings.js';

export const blockTypes = ['conv', 'separable', 'inverted-residual'] as const;
export type BlockType = (typeof blockTypes)[number];

const stages = z.int().min(1).max(6);

/** What a chain of stages may look like. Every list with a single entry fixes that choice. */
export const cnnChainSettings = strictSettings({
  minStages: stages.default(2).meta({
    title: 'Fewest stages',
    description: 'Taken as the most stages where that is lower.',
  }),
  maxStages: stages.default(3).meta({
    title: 'Most stages',
    description: 'Every stage after the first starts by halving the resolution, never below 2×2.',
  }),
  blocks: choiceList(z.int().min(1).max(8), [1, 2], {
    title: 'Blocks per stage',
    description: 'How many blocks a stage may have.',
  }),
  ...widthFields({ widths: [8, 12, 16], widthGrowth: 2 }),
  kernels: choiceList(oddKernel, [3, 5], {
    title: 'Kernels',
    description: 'Side of a block’s spatial kernel, in pixels; odd.',
  }),
  blockTypes: choiceList(oneOf('block type', blockTypes), blockTypes, {
    title: 'Block types',
    description: 'Kinds of block that a stage may be made of.',
  }),
  expansions: choiceList(z.int().min(1).max(8), [2, 3, 4], {
    title: 'Expansions',
    description: 'By how much an inverted residual widens inside.',
  }),
  skip: z.enum(['search', 'always', 'never']).default('search').meta({
    title: 'Skip connections',
    description: 'Whether blocks that keep their shape add their input to their output.',
  }),
}).superRefine((settings, context) => checkWidths(settings, settings.maxStages, context));

export type CnnChainSettings = z.infer<typeof cnnChainSettings>;

/** Fewest and most stages that are searched. */
export function stageRange({ minStages, maxStages }: CnnChainSettings): readonly [fewest: number, most: number] {
  return [Math.min(minStages, maxStages), maxStages];
}

/** Whether a stage's block may be told to skip: the values it chooses from. */
export function skipChoices({ skip }: CnnChainSettings): readonly boolean[] {
  return skip === 'search' ? [false, true] : [skip === 'always'];
}
