import * as z from 'zod';
import { choiceList } from '../../schema/choice-list.js';
import { oddKernel } from '../../schema/odd-kernel.js';
import { checkWidths, widthFields } from '../../schema/stage-widths.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';

export const mobileBlocksSettings = strictSettings({
  choose: z
    .enum(['stage', 'block'])
    .default('stage')
    .meta({
      title: 'Chosen for each',
      description:
        'stage: all blocks of a stage are alike (MnasNet). block: each block is chosen by itself, or left out ' +
        '(ProxylessNAS); with a single width all of them fit one network that shares weights.',
    }),
  stages: z.int().min(1).max(7).default(3).meta({
    title: 'Stages',
    description: 'Every stage after the first starts by halving the resolution, never below 2×2.',
  }),
  depths: choiceList(z.int().min(1).max(8), [1, 2, 3], {
    title: 'Depths',
    description: 'How many blocks a stage may have. Block by block, those beyond the smallest may be left out.',
  }),
  ...widthFields({ widths: [16], widthGrowth: 1.5 }),
  kernels: choiceList(oddKernel, [3, 5], {
    title: 'Kernels',
    description: 'Side of the depthwise kernel, in pixels; odd.',
  }),
  expansions: choiceList(z.int().min(1).max(8), [3, 6], {
    title: 'Expansions',
    description: 'By how much a block widens inside.',
  }),
  squeezeExcite: choiceList(z.number().min(0).max(1), [0, 0.25], {
    title: 'Squeeze-and-excitation',
    description: 'Channels inside, as a share of the block’s input; 0 is a block without.',
  }),
  residual: z.enum(['search', 'always', 'never']).default('always').meta({
    title: 'Residual connections',
    description:
      'Whether blocks that keep their shape add their input to their output. Searched for whole stages only.',
  }),
  activation: z.enum(['relu', 'relu6', 'swish', 'hard-swish']).default('relu').meta({
    title: 'Activation',
    description: 'After the first two convolutions of each block.',
  }),
}).superRefine((settings, context) => {
  checkWidths(settings, settings.stages, context);
  if (settings.choose === 'stage' || settings.residual !== 'search') return;
  const message = 'residual connections can be searched for whole stages only; choose stage, or always or never here';
  context.addIssue(refusal('bad-setting', ['residual'], message));
});

export type MobileBlocksSettings = z.infer<typeof mobileBlocksSettings>;
