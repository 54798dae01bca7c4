import * as z from 'zod';
import { choiceList } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';
import { takesShape } from '../../stages/stage-network.js';
import type { BlockChoice } from '../../stages/stage-plan.js';
import { candidate, expandCandidate } from './candidates.js';

const stage = strictSettings({
  candidates: z.array(candidate).min(1, 'the stage has no candidates; give at least one block').meta({
    title: 'Candidates',
    description: 'The blocks that it may be made of. An attribute with a list of values gives a candidate for each.',
  }),
  blocks: choiceList(z.int().min(1).max(12), [1], {
    title: 'Blocks',
    description: 'How many blocks it may have.',
  }),
  widths: choiceList(z.int().min(1).max(2048), [16], {
    title: 'Widths',
    description: 'Channels that it may have.',
  }),
  halve: z.boolean().default(true).meta({
    title: 'Halve',
    description:
      'Whether it starts by halving the resolution, where that leaves 2×2 pixels. The first stage never does.',
  }),
  residual: z.boolean().default(false).meta({
    title: 'Residual connections',
    description: 'Whether blocks that keep their shape add their input to their output.',
  }),
});

export type StageSettings = z.infer<typeof stage>;

const example: z.input<typeof stage>[] = [
  { candidates: [{ block: 'conv', kernel: [3, 5] }, { block: 'separable' }], blocks: [1, 2], widths: [16] },
  { candidates: [{ block: 'inverted-residual', expansion: [3, 6] }], blocks: [1, 2], widths: [32], residual: true },
];

export const blocksSettings = strictSettings({
  choose: z
    .enum(['stage', 'block'])
    .default('block')
    .meta({
      title: 'Chosen for each',
      description:
        'stage: all blocks of a stage are alike. block: each block is chosen by itself, or left out beyond the fewest; ' +
        'with a single width in every stage all of them fit one network that shares weights.',
    }),
  stages: z
    .array(stage)
    .min(1, 'the network has no stages; give at least one')
    .max(8)
    .prefault(example)
    .meta({ title: 'Stages', description: 'From the stem to the head, each with its candidates.', default: example }),
}).superRefine(({ stages }, context) => {
  stages.forEach(({ candidates }, index) => {
    const path = ['stages', index, 'candidates'];
    const names = candidates.flatMap(expandCandidate).map(({ name }) => name);
    const twice = names.find((name, place) => names.indexOf(name) !== place);
    if (twice !== undefined) {
      context.addIssue(refusal('duplicate-choice', path, `the candidate ${twice} is there twice; remove one`));
    }
    if (index === 0 || candidates.some(({ block }) => takesShape(block))) return;
    const message = `no candidate can change the shape at the start of stage ${index + 1}; add conv, separable or inverted-residual`;
    context.addIssue(refusal('bad-stage', path, message));
  });
});

export type BlocksSettings = z.infer<typeof blocksSettings>;

/** What may stand at place `place` of stage `index` (both from 0), besides nothing. */
export function choicesAt({ choose, stages }: BlocksSettings, index: number, place: number): readonly BlockChoice[] {
  const all = stages[index]?.candidates ?? [];
  // Where all blocks are alike they are as the first one must be.
  const isFirst = place === 0 || choose === 'stage';
  return all.filter(({ block }) => index === 0 || !isFirst || takesShape(block)).flatMap(expandCandidate);
}
