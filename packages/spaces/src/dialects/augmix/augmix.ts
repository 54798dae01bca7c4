import * as z from 'zod';
import { augMixOps } from '../../augmentation/op-lists.js';
import { policyDialect } from '../../augmentation/policy-dialect.js';
import { choiceList } from '../../schema/choice-list.js';
import { refusal } from '../../schema/strict-settings.js';
import { choiceParameter, chosen } from '../../space/choice-parameter.js';

const share = z.number().min(0).max(1);
const fields = {
  ops: choiceList(z.string().min(1), augMixOps, {
    title: 'Operations',
    description: 'Names of augmentation ops that chains are drawn from.',
  }),
  widths: choiceList(z.int().min(1).max(8), [1, 2, 3, 4], {
    title: 'Widths',
    description: 'How many chains are mixed.',
  }),
  depths: choiceList(z.int().min(0).max(8), [0, 1, 2, 3], {
    title: 'Depths',
    description: 'Ops of a chain; 0 draws 1 to 3 for each.',
  }),
  alphas: choiceList(z.number().positive().max(100), [1], {
    title: 'α',
    description: 'Of the Dirichlet and the Beta distribution that weights are drawn from.',
  }),
  minMagnitude: share.default(0.1).meta({ title: 'Lowest magnitude', description: 'Least bound of the strengths.' }),
  maxMagnitude: share.default(0.9).meta({
    title: 'Highest magnitude',
    description: 'Greatest bound of the strengths; equal to the lowest fixes it.',
  }),
};

/** AugMix (Hendrycks et al. 2020): images mixed with chains of weak ops, for robustness. Without its consistency loss. */
export const augmix = policyDialect({
  name: 'augmix',
  summary: 'Mixes each image with a few chains of ops: made for robustness against corrupted images.',
  fields,
  check({ minMagnitude, maxMagnitude }, context) {
    if (minMagnitude <= maxMagnitude) return;
    const message = `minMagnitude (${minMagnitude}) must not be above maxMagnitude (${maxMagnitude})`;
    context.addIssue(refusal('bad-range', ['minMagnitude'], message));
  },
  parameters: ({ widths, depths, alphas, minMagnitude: low, maxMagnitude: high }) => [
    ...choiceParameter({ name: 'aug.width', branch: 'aug', choices: widths, kind: 'ordinal' }),
    ...choiceParameter({ name: 'aug.depth', branch: 'aug', choices: depths, kind: 'categorical' }),
    ...choiceParameter({ name: 'aug.alpha', branch: 'aug', choices: alphas, kind: 'ordinal' }),
    ...(low < high
      ? [
          {
            name: 'aug.magnitude',
            branch: 'aug' as const,
            domain: { kind: 'float' as const, low, high, log: false },
            conditions: [],
          },
        ]
      : []),
  ],
  decode(params, { ops, widths, depths, alphas, minMagnitude }) {
    const depth = chosen(params, 'aug.depth', depths);
    const magnitude = params['aug.magnitude'];
    return {
      kind: 'augmix',
      ops,
      width: chosen(params, 'aug.width', widths),
      depth: depth === 0 ? null : depth,
      magnitude: typeof magnitude === 'number' ? magnitude : minMagnitude,
      alpha: chosen(params, 'aug.alpha', alphas),
    };
  },
});
