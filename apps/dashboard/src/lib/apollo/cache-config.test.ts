import { InMemoryCache } from '@apollo/client';
import { ArchitectureDiffDocument, type ArchitectureDiffQuery } from '@cambium/graphql';
import { expect, it } from '@jest/globals';
import { cacheConfig } from './cache-config.js';

it('keeps nodes of the same id in two architectures apart', () => {
  const node = (input: string) => ({
    __typename: 'ArchitectureNode' as const,
    id: 'sum',
    block: 'add',
    attributes: {},
    inputs: [input],
    group: null,
    shape: [8],
    params: 0,
    flops: 0,
  });
  const cost = { __typename: 'Architecture' as const, params: 1, flops: 1 };
  const change = {
    __typename: 'NodeChange' as const,
    from: node('a'),
    to: node('b'),
    values: [],
    removedInputs: ['a'],
    addedInputs: ['b'],
  };
  const diff = {
    __typename: 'ArchitectureDiff' as const,
    from: cost,
    to: cost,
    removed: [],
    added: [],
    changed: [change],
  };
  const data: ArchitectureDiffQuery = { trial: { __typename: 'Trial', id: 't', architectureDiff: diff } };
  const cache = new InMemoryCache(cacheConfig);
  const query = { query: ArchitectureDiffDocument, variables: { trialId: 't', from: 0 } };
  cache.writeQuery({ ...query, data });
  expect(cache.readQuery(query)).toEqual(data);
});
