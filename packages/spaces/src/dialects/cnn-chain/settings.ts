import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';

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
  widths: choiceList(z.int().min(1).max(512), [8, 12, 16], {
    title: 'Widths',
    description: 'Channels of the first stage, and of the stem before it.',
  }),
  widthGrowth: z.number().min(1).max(4).default(2).meta({
    title: 'Width growth',
    description: 'The widths of each stage are those of the stage before times this, rounded.',
  }),
  kernels: choiceList(
    z
      .int()
      .min(1)
      .max(11)
      .refine((kernel) => kernel % 2 === 1, 'a kernel is odd: 1, 3, 5, 7 …'),
    [3, 5],
    { title: 'Kernels', description: 'Side of a block’s spatial kernel, in pixels; odd.' },
  ),
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
}).superRefine(({ widths, widthGrowth, maxStages }, context) => {
  const rounded = widths.map((width) => Math.round(width * widthGrowth ** (maxStages - 1)));
  if (Math.max(...rounded, 0) > 2048) {
    const message = `the last stage would be ${Math.max(...rounded)} channels wide, more than 2048; lower widthGrowth`;
    context.addIssue(refusal('too-wide', ['widthGrowth'], message));
  }
});

export type CnnChainSettings = z.infer<typeof cnnChainSettings>;

/** The widths that stage `stage` (from 0) may have, narrowest first, none twice. */
export function stageWidths({ widths, widthGrowth }: CnnChainSettings, stage: number): number[] {
  const scaled = widths.map((width) => Math.round(width * widthGrowth ** stage));
  return [...new Set(scaled)].sort((a, b) => a - b);
}

/** Fewest and most stages that are searched. */
export function stageRange({ minStages, maxStages }: CnnChainSettings): readonly [fewest: number, most: number] {
  return [Math.min(minStages, maxStages), maxStages];
}

/** Whether a stage's block may be told to skip: the values it chooses from. */
export function skipChoices({ skip }: CnnChainSettings): readonly boolean[] {
  return skip === 'search' ? [false, true] : [skip === 'always'];
}
