import { costOf } from '@cambium/architectures';
import { createRng, type DecodeContext, type SuperGraph } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { expect, it } from '@jest/globals';
import { optionFlops } from './option-costs.js';

const context: DecodeContext = { inputShape: [28, 28, 1], classes: 10 };

it('gives costs that add up to those of every network', () => {
  const space = requireSpace({ arch: { dialect: 'nasbench201', width: 4 } });
  const choices = space.parameters.flatMap(({ name, domain }) =>
    'choices' in domain ? [{ param: name, values: domain.choices }] : [],
  );
  const { costs, fixed } = optionFlops(space.supergraph(context) as SuperGraph, choices);
  const options = choices.flatMap(({ param, values }) => values.map((value) => ({ param, value })));
  for (let seed = 0; seed < 20; seed++) {
    const params = space.sample(createRng(seed));
    const { arch } = space.decode(params, context);
    if (arch === undefined) throw new Error('no architecture');
    const chosen = options.map(({ param, value }, i) => (params[param] === value ? (costs[i] as number) : 0));
    expect(fixed + chosen.reduce((sum, cost) => sum + cost, 0)).toBe(costOf(arch).flops);
  }
});
