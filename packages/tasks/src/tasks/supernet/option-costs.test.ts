import { costOf } from '@cambium/architectures';
import { createRng, type DecodeContext, type SuperGraph } from '@cambium/core';
import { createLatencyTable, openBackend } from '@cambium/engine';
import { requireSpace } from '@cambium/spaces';
import { expect, it } from '@jest/globals';
import { optionFlops, optionLatencies } from './option-costs.js';

const context: DecodeContext = { inputShape: [28, 28, 1], classes: 10 };

const space = requireSpace({ arch: { dialect: 'nasbench201', width: 4 } });
const choices = space.parameters.flatMap(({ name, domain }) =>
  'choices' in domain ? [{ param: name, values: domain.choices }] : [],
);
const options = choices.flatMap(({ param, values }) => values.map((value) => ({ param, value })));

it('gives FLOPs that add up to those of every network', () => {
  const { costs, fixed } = optionFlops(space.supergraph(context) as SuperGraph, choices);
  for (let seed = 0; seed < 20; seed++) {
    const params = space.sample(createRng(seed));
    const { arch } = space.decode(params, context);
    if (arch === undefined) throw new Error('no architecture');
    const chosen = options.map(({ param, value }, i) => (params[param] === value ? (costs[i] as number) : 0));
    expect(fixed + chosen.reduce((sum, cost) => sum + cost, 0)).toBe(costOf(arch).flops);
  }
});

it('gives latencies that add up to those that the table predicts of networks with all edges', async () => {
  // Any times will do: so long as its name is, a block takes.
  const entries = { get: (key: string) => key.length / 1000, set: () => {}, save: async () => {} };
  const table = createLatencyTable(await openBackend('wasm'), entries);
  const { costs, fixed } = await optionLatencies(space.supergraph(context) as SuperGraph, choices, table);
  expect(new Set(costs).size).toBeGreaterThan(3);
  for (let seed = 0; seed < 20; seed++) {
    const rng = createRng(seed);
    const params = Object.fromEntries(
      choices.map(({ param, values }) => [param, rng.pick(values.filter((value) => value !== 'none'))]),
    );
    const { arch } = space.decode(params, context);
    if (arch === undefined) throw new Error('no architecture');
    const chosen = options.map(({ param, value }, i) => (params[param] === value ? (costs[i] as number) : 0));
    const { milliseconds } = await table.predict(arch);
    expect((fixed + chosen.reduce((sum, cost) => sum + cost, 0)) / 1000).toBeCloseTo(milliseconds, 9);
  }
});
