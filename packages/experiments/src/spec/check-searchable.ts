import { type Issue, prefixIssues, type SearcherDefinition, type Space } from '@cambium/core';
import { type UsedSearcher, usedSearchers } from './used-searchers.js';

/** The experiment's searcher and what it is to search with. */
export interface ChosenSearcher {
  readonly definition: SearcherDefinition;
  /** As its own schema gives them. */
  readonly options: unknown;
}

/**
 * What keeps the searcher's options, and those of searchers within it, from searching this space with this budget. `points` to
 * begin with are trials of the budget as well. Issue paths start at the specification.
 */
export function checkSearchable({
  chosen,
  space,
  maxTrials = Number.POSITIVE_INFINITY,
  points,
}: {
  readonly chosen: ChosenSearcher | undefined;
  readonly space: Space | undefined;
  /** undefined: unknown. */
  readonly maxTrials: number | undefined;
  readonly points: number;
}): readonly Issue[] {
  if (chosen === undefined || space === undefined) return [];
  const { definition, options } = chosen;
  const issues = usedSearchers(definition, options).flatMap((used) => unsearchable(used, space));
  const least = definition.leastTrials?.(options, space);
  if (least === undefined || least.trials + points <= maxTrials) return issues;
  const needed = [least.needed, ...(points === 0 ? [] : [`the ${points} to begin with`])].join(', and ');
  const message = `${definition.name} needs at least ${least.trials + points} trials here: ${needed}; give it as many, or change its options`;
  return [...issues, { path: ['budget', 'maxTrials'], code: 'too-small', message }];
}

/** Of the searcher as a whole at its name, of its options at these. */
function unsearchable({ searcher, options, path }: UsedSearcher, space: Space): readonly Issue[] {
  if (options === undefined) return [];
  const above = path.slice(0, -1);
  return (searcher.spaceIssues?.(options, space) ?? []).flatMap((issue) =>
    prefixIssues([...above, issue.path.length === 0 ? 'name' : 'options'], [issue]),
  );
}
