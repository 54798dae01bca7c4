import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';

/** In the order of the paper's code. */
export const dartsOps = [
  'none',
  'max_pool_3x3',
  'avg_pool_3x3',
  'skip_connect',
  'sep_conv_3x3',
  'sep_conv_5x5',
  'dil_conv_3x3',
  'dil_conv_5x5',
] as const;
export type DartsOp = (typeof dartsOps)[number];

export const dartsCellsSettings = strictSettings({
  ops: choiceList(oneOf('operation', dartsOps), dartsOps, {
    title: 'Operations',
    description: 'What stands on a connection; at least two besides none, which only "all" connections can be.',
  }),
  edges: z
    .enum(['two', 'all'])
    .default('two')
    .meta({
      title: 'Connections',
      description:
        'two: every node adds up two earlier nodes, as the paper’s final cells. all: every pair of nodes has an operation, ' +
        'which may be none; a search that shares weights needs this.',
    }),
  nodes: z.int().min(1).max(6).default(4).meta({
    title: 'Nodes',
    description: 'Nodes of a cell besides its two inputs; the paper has 4.',
  }),
  layers: z.int().min(3).max(30).default(5).meta({
    title: 'Cells',
    description:
      'Cells in a row, those at a third and two thirds of them reduction cells; the paper has 8 and then 20.',
  }),
  width: z.int().min(2).max(128).default(8).meta({
    title: 'Width',
    description:
      'Channels of a node before the first reduction; each reduction doubles them. The paper has 16, then 36.',
  }),
}).superRefine(({ ops }, context) => {
  if (ops.filter((op) => op !== 'none').length >= 2 || ops.length === 0) return;
  context.addIssue(refusal('single-choice', ['ops'], 'give at least two operations besides none'));
});

export type DartsCellsSettings = z.infer<typeof dartsCellsSettings>;

/** What the two connections of a node may be. */
export function keptOps({ ops }: DartsCellsSettings): readonly DartsOp[] {
  return ops.filter((op) => op !== 'none');
}
