import { type JsonObject, unknownName } from '@cambium/core';
import * as z from 'zod';
import { oddKernel } from '../../schema/odd-kernel.js';
import { strictSettings } from '../../schema/strict-settings.js';
import type { BlockChoice } from '../../stages/stage-plan.js';

/** One value, or a list of them: each is a candidate of its own. */
function oneOrMany<T extends string | number>(item: z.ZodType<T>, fallback: T, description: string) {
  return z
    .union([item, z.array(item).min(1)])
    .default(fallback)
    .meta({ description: `${description} A list gives one candidate for each.` });
}

const kernel = oneOrMany(oddKernel, 3, 'Side of the kernel, in pixels; odd.');
const activation = oneOrMany(
  z.enum(['relu', 'relu6', 'swish', 'hard-swish', 'none']),
  'relu',
  'What follows the convolution.',
);
// Powers of two, so that each goes with the stride of 2 that a stage may start with.
const dilation = oneOrMany(z.literal([1, 2, 4, 8]), 1, 'Distance between the pixels that a kernel sees.');
const size = oneOrMany(oddKernel, 3, 'Side of the window, in pixels; odd.');
const share = z.number().gt(0).max(1);

const block = <Name extends string>(name: Name) => z.literal(name).meta({ title: 'Block' });

const candidateBlocks = [
  strictSettings({ block: block('conv'), kernel, dilation, activation }),
  strictSettings({ block: block('separable'), kernel, dilation, activation }),
  strictSettings({
    block: block('inverted-residual'),
    kernel,
    expansion: oneOrMany(z.int().min(1).max(8), 3, 'By how much it widens inside.'),
    squeezeExcite: oneOrMany(
      z.union([z.literal(0), share]),
      0,
      'Share of the channels inside it; 0 is a block without.',
    ),
    activation,
  }),
  strictSettings({ block: block('depthwise'), kernel, dilation, activation }),
  strictSettings({ block: block('max-pool'), size }),
  strictSettings({ block: block('avg-pool'), size }),
  strictSettings({ block: block('squeeze-excite'), ratio: oneOrMany(share, 0.25, 'Share of the channels inside.') }),
  strictSettings({ block: block('identity') }),
] as const;

export const candidateNames = candidateBlocks.map(({ shape }) => shape.block.value);

/** A block with one value, or several, for each attribute. */
export const candidate = z.discriminatedUnion('block', candidateBlocks, {
  error(issue) {
    const given = (issue.input as { block?: unknown } | undefined)?.block;
    if (given === undefined) return `a candidate needs a block: ${[...candidateNames].sort().join(', ')}`;
    return unknownName('block', String(given), candidateNames);
  },
});

export type Candidate = z.infer<typeof candidate>;

/** How an attribute stands in a name, and the value that goes without saying. */
const words: Readonly<Record<string, { readonly short: string; readonly usual?: string | number }>> = {
  kernel: { short: 'k' },
  size: { short: 's' },
  expansion: { short: 'e' },
  dilation: { short: 'd', usual: 1 },
  squeezeExcite: { short: 'se', usual: 0 },
  ratio: { short: 'r' },
  activation: { short: '', usual: 'relu' },
};

/** Every combination of a candidate's attributes, named by them: `inverted-residual-k5-e6`. */
export function expandCandidate({ block: name, ...attributes }: Candidate): BlockChoice[] {
  let combinations: Record<string, string | number>[] = [{}];
  for (const [attribute, values] of Object.entries(attributes)) {
    combinations = combinations.flatMap((combination) =>
      [values].flat().map((value) => ({ ...combination, [attribute]: value })),
    );
  }
  return combinations.map((combination) => ({
    kind: 'block',
    name: [name, ...Object.entries(combination).flatMap(([attribute, value]) => wordOf(attribute, value))].join('-'),
    block: name,
    attributes: { ...combination, ...fixedAttributes(name) },
  }));
}

function wordOf(attribute: string, value: string | number): string[] {
  const word = words[attribute];
  return value === word?.usual ? [] : [`${word?.short ?? attribute}${value}`];
}

/** A pool in a block's place keeps the resolution. */
function fixedAttributes(name: Candidate['block']): JsonObject {
  return name === 'max-pool' || name === 'avg-pool' ? { stride: 1 } : {};
}
