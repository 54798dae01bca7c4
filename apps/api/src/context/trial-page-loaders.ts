import type { ExperimentReader, Page, Trial, TrialFilter, TrialSort } from '@cambium/core';
import DataLoader from 'dataloader';
import { batchBy } from './batch-by.js';
import { checkAnswerSize } from './check-answer-size.js';

export interface TrialPageKey {
  readonly experimentId: string;
  readonly first: number;
  readonly after?: string;
  readonly filter?: TrialFilter;
  readonly sort?: TrialSort;
}

export interface TrialPageLoaders {
  readonly trialPage: DataLoader<TrialPageKey, Page<Trial>, string>;
  readonly trialCount: DataLoader<Pick<TrialPageKey, 'experimentId' | 'filter'>, number, string>;
}

/** Trials of all experiments of one list together. */
const maxRows = 5_000;
const emptyPage: Page<Trial> = { items: [], hasNextPage: false };

/** Pages of trials of several experiments (a list with trials in it) in one statement for each filter and sort. */
export function createTrialPageLoaders(reader: ExperimentReader, { cache }: { cache: boolean }): TrialPageLoaders {
  return {
    trialPage: new DataLoader(
      batchBy<TrialPageKey, Page<Trial>>(sharedPart, async (keys) => {
        const [key, ...more] = keys;
        if (more.length === 0) return [await reader.trials(key)];
        // Cursors belong to one experiment's list each.
        if (key.after !== undefined) return Promise.all(keys.map((each) => reader.trials(each)));
        const pages = await reader.trialPages(sharedQuery(keys));
        return keys.map(({ experimentId }) => pages.get(experimentId) ?? emptyPage);
      }),
      { cache, cacheKeyFn: (key) => JSON.stringify(key) },
    ),
    trialCount: new DataLoader(
      batchBy<Pick<TrialPageKey, 'experimentId' | 'filter'>, number>(sharedPart, async (keys) => {
        const ids = keys.map(({ experimentId }) => experimentId);
        const counts = await reader.countTrialsOf(ids, keys[0].filter);
        return ids.map((id) => counts.get(id) ?? 0);
      }),
      { cache, cacheKeyFn: (key) => JSON.stringify(key) },
    ),
  };
}

/**
 * The query of several experiments that ask for the same.
 * @throws CambiumError `fix-input` when it is for more rows than one answer should hold.
 */
function sharedQuery(keys: readonly [TrialPageKey, ...TrialPageKey[]]) {
  const { first, filter, sort } = keys[0];
  checkAnswerSize('trials of several experiments', { owners: keys.length, each: first, most: maxRows });
  return {
    experimentIds: keys.map(({ experimentId }) => experimentId),
    first,
    ...(filter === undefined ? {} : { filter }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** Everything but the experiment. */
function sharedPart(key: { experimentId: string }): string {
  return JSON.stringify({ ...key, experimentId: undefined });
}
