import { branchNames } from '@cambium/core';
import * as z from 'zod';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { innerSearcher } from '../../composite/inner-searcher.js';
import { startPoint } from '../../composite/start-point.js';

const branches = (preset: readonly (typeof branchNames)[number][], description: string) =>
  z
    .array(z.enum(branchNames))
    .min(1)
    .default([...preset])
    .meta({ title: 'Branches', description });

export const nestedOptions = (searchers: FindSearchers) => {
  const searcher = innerSearcher(searchers, { preset: 'tpe', wholeTrials: true }).prefault({});
  return z
    .strictObject({
      outer: z
        .strictObject({ branches: branches(['arch'], 'Those that the outer search proposes points of.'), searcher })
        .prefault({})
        .meta({
          title: 'Outer search',
          description: 'Is told the best that the inner search found at each of its points.',
        }),
      inner: z
        .strictObject({
          branches: branches(['hp', 'aug', 'train'], 'Those that are searched anew at each outer point.'),
          searcher,
          trials: z.int().min(1).max(10_000).default(5).meta({
            title: 'Trials',
            description: 'So many at each outer point.',
          }),
        })
        .prefault({})
        .meta({ title: 'Inner search', description: 'A short search at each point of the outer one.' }),
      start: startPoint,
    })
    .superRefine(({ outer, inner }, context) => {
      const both = inner.branches.find((branch) => outer.branches.includes(branch));
      if (both === undefined) return;
      const message = `${both} is searched by the outer search; leave it to one of them`;
      context.addIssue({ code: 'custom', path: ['inner', 'branches'], message, params: { code: 'same-branch' } });
    })
    .meta({ title: 'Nested', description: 'A search inside each point of another.' });
};

export type NestedOptions = z.infer<ReturnType<typeof nestedOptions>>;
