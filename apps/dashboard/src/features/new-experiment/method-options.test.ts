import { expect, it } from '@jest/globals';
import { methodOptions } from './method-options.js';
import type { CatalogInfo } from './section-props.js';

const method = (name: string, capabilities: object) => ({
  name,
  summary: `When to take ${name}.`,
  schema: {},
  capabilities,
});
const catalog = {
  searchers: [
    method('grid', { multiObjective: true, conditional: false, finite: true, multiFidelity: false }),
    method('hyperband', { multiObjective: false, conditional: true, finite: false, multiFidelity: true }),
  ],
  pruners: [method('median', { multiObjective: false })],
} as unknown as CatalogInfo;

it('says of each method what it can do, and groups searchers by what they do with the steps', () => {
  expect(methodOptions('searcher', catalog, []).map(({ name, tags, group }) => [name, tags, group])).toEqual([
    ['grid', ['several objectives', 'no conditions', 'ends by itself'], 'Every trial runs all its steps'],
    ['hyperband', [], 'Most trials run a part of their steps'],
  ]);
  expect(methodOptions('pruner', catalog, [])).toEqual([
    { name: 'median', summary: 'When to take median.', tags: [], problem: undefined },
  ]);
});

it('begins with auto, and ends with those that need several steps', () => {
  const named = ['asha', 'auto', 'grid'].map((name) => method(name, { multiFidelity: name === 'asha' }));
  const names = methodOptions('searcher', { searchers: named } as unknown as CatalogInfo, []).map(({ name }) => name);
  expect(names).toEqual(['auto', 'grid', 'asha']);
});

it('says why a method does not fit, without what would help', () => {
  const unfit = [
    {
      part: 'searcher',
      name: 'grid',
      message: 'grid can’t search spaces with conditions; take another',
      __typename: 'UnfitMethod' as const,
    },
    { part: 'pruner', name: 'hyperband', message: 'not asked', __typename: 'UnfitMethod' as const },
  ];
  const problems = methodOptions('searcher', catalog, unfit).map(({ problem }) => problem);
  expect(problems).toEqual(['grid can’t search spaces with conditions', undefined]);
});
