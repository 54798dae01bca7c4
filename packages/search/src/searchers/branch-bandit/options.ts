import * as z from 'zod';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { innerSearcher } from '../../composite/inner-searcher.js';

export const branchBanditOptions = (searchers: FindSearchers) => {
  const own = innerSearcher(searchers, { preset: 'tpe', wholeTrials: true });
  return z
    .strictObject({
      joint: own.prefault({}).meta({
        title: 'Joint search',
        description: 'The searcher over all branches: it makes the start, and competes with the single branches.',
      }),
      startTrials: z.int().min(1).max(100_000).default(10).meta({
        title: 'Joint start',
        description: 'Trials of the joint search before the branches compete.',
      }),
      branches: z
        .strictObject({ hp: own.optional(), arch: own.optional(), aug: own.optional(), train: own.optional() })
        .prefault({})
        .meta({
          title: 'Searchers of branches',
          description: 'Searches a branch around the best trial; a branch without one mutates it.',
        }),
      exploration: z.number().min(0).max(10).default(1).meta({
        title: 'Exploration',
        description: 'How readily a branch that brought less is tried again; 0 keeps to the one that brings most.',
      }),
      memory: z.number().min(0).max(1).default(0.95).meta({
        rare: true,
        title: 'Memory',
        description: 'What each further trial leaves of the gains and costs before it.',
      }),
    })
    .meta({ title: 'Branch bandit', description: 'Divides the budget among the branches by what they bring.' });
};

export type BranchBanditOptions = z.infer<ReturnType<typeof branchBanditOptions>>;
