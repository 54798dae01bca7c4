import * as z from 'zod';
import { choiceList } from '../../schema/choice-list.js';
import { oddKernel } from '../../schema/odd-kernel.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';
import { isNear } from './flops-rule.js';

/** 1, 1.05, …, 1.4. */
const grid = Array.from({ length: 9 }, (_, i) => (100 + 5 * i) / 100);

function coefficient(title: string, description: string) {
  return choiceList(z.number().min(1).max(4), grid, { title, description });
}

export const compoundScalingSettings = strictSettings({
  alpha: coefficient('α', 'Values for the factor of depth. The paper found 1.2.'),
  beta: coefficient('β', 'Values for the factor of width. The paper found 1.1.'),
  gamma: coefficient('γ', 'Values for the factor of resolution. The paper found 1.15.'),
  phi: choiceList(z.number().min(0).max(8), [1], {
    title: 'φ',
    description: 'The power of all three. Search α, β and γ at 1, then fix them and raise this.',
  }),
  flopsFactor: z.number().min(1).max(16).default(2).meta({
    title: 'Factor of FLOPs',
    description: 'What α·β²·γ² must be, about: by how much each step of φ raises the multiply–accumulates.',
  }),
  tolerance: z.number().min(0).max(16).default(0.1).meta({
    title: 'Tolerance',
    description: 'How far α·β²·γ² may be off.',
  }),
  depths: z.array(z.int().min(1).max(32)).min(1).max(7).default([1, 2, 2]).meta({
    title: 'Depths',
    description: 'Blocks of each stage of the network that is scaled; the result is rounded up.',
  }),
  widths: z.array(z.int().min(1).max(512)).min(1).max(7).default([16, 24, 40]).meta({
    title: 'Widths',
    description: 'Channels of each of its stages.',
  }),
  multiple: z.int().min(1).max(32).default(8).meta({
    title: 'Channels in multiples of',
    description: 'Scaled widths are rounded to multiples of this, never below 90 % of them.',
  }),
  kernel: oddKernel.default(3).meta({ title: 'Kernel', description: 'Side of the depthwise kernels, in pixels; odd.' }),
  expansion: z
    .int()
    .min(1)
    .max(8)
    .default(4)
    .meta({ title: 'Expansion', description: 'By how much a block widens inside.' }),
  squeezeExcite: z.number().min(0).max(1).default(0.25).meta({
    title: 'Squeeze-and-excitation',
    description: 'Channels inside, as a share of the block’s input; 0: none.',
  }),
  activation: z.enum(['relu', 'relu6', 'swish', 'hard-swish']).default('swish').meta({
    title: 'Activation',
    description: 'After the first two convolutions of each block.',
  }),
}).superRefine((settings, context) => {
  const { depths, widths, alpha, beta, gamma } = settings;
  if (depths.length !== widths.length) {
    const message = `${depths.length} depths and ${widths.length} widths: give one of each for every stage`;
    context.addIssue(refusal('bad-stages', ['widths'], message));
  }
  const isPossible = alpha.some((a) => beta.some((b) => gamma.some((c) => isNear(a * b ** 2 * c ** 2, settings))));
  if (isPossible) return;
  const message = 'no α, β and γ of these lists have such a product; give more values or a wider tolerance';
  context.addIssue(refusal('infeasible', ['tolerance'], message));
});

export type CompoundScalingSettings = z.infer<typeof compoundScalingSettings>;

export const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
