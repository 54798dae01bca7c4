import type { Issue, Objective, PrunerDefinition, SearcherDefinition, Space, TaskManifest } from '@cambium/core';
import type { Registries } from '../registries.js';
import { checkAbilities, checkSteps, checkSupernet } from './check-abilities.js';
import { checkAlgorithm, chosenSearcher } from './check-algorithm.js';
import { type ChosenSearcher, checkSearchable } from './check-searchable.js';
import { type UsedSearcher, usedSearchers } from './used-searchers.js';

/** A searcher or pruner that can't do what a specification asks. */
export interface UnfitMethod {
  readonly part: 'searcher' | 'pruner';
  readonly name: string;
  /** As the check would say it. */
  readonly message: string;
}

/** What a specification asks, as far as it can be read. */
export interface Asked {
  /** The one of the experiment, and those within it. */
  readonly searchers: readonly UsedSearcher[];
  /** The one of the experiment, where its options can be read. */
  readonly chosen: ChosenSearcher | undefined;
  readonly pruner: PrunerDefinition | undefined;
  readonly objectives: readonly Objective[];
  readonly space: Space | undefined;
  readonly task: TaskManifest | undefined;
  /** Whether the space's networks share weights; undefined: unknown. */
  readonly sharesWeights: boolean | undefined;
  /** The last step of a trial; undefined: unknown. */
  readonly maxStep: number | undefined;
  /** undefined: unknown. */
  readonly maxTrials: number | undefined;
  /** Points to begin with. */
  readonly points: number;
}

/** For each method what the check would have against it, were it chosen, with its usual options, and all else as it is. */
export function unfitMethods(asked: Asked, { searchers, pruners }: Registries): readonly UnfitMethod[] {
  const problemsOf = (change: Partial<Asked>) => [
    ...checkAbilities({ ...asked, ...change }),
    ...checkSteps({ ...asked, ...change }),
    ...checkSupernet({ ...asked, ...change }),
    ...checkSearchable({ ...asked, ...change }),
  ];
  // What is wrong without any method of this part is not its fault.
  const others = {
    searcher: messagesOf(problemsOf({ searchers: [], chosen: undefined })),
    pruner: messagesOf(problemsOf({ pruner: undefined })),
  };
  const unfit = (part: UnfitMethod['part'], name: string, problems: readonly Issue[]): UnfitMethod[] => {
    const own = problems.filter(({ message }) => !others[part].has(message));
    return own.length === 0 ? [] : [{ part, name, message: own.map(({ message }) => message).join('; ') }];
  };
  const chosenAs = (searcher: SearcherDefinition): Pick<Asked, 'searchers' | 'chosen'> => ({
    searchers: usedSearchers(searcher, undefined),
    chosen:
      asked.chosen?.definition === searcher
        ? asked.chosen
        : chosenSearcher(checkAlgorithm(searchers, { name: searcher.name, options: {} })),
  });
  return [
    ...searchers.entries.flatMap((searcher) => unfit('searcher', searcher.name, problemsOf(chosenAs(searcher)))),
    ...pruners.entries.flatMap((pruner) => unfit('pruner', pruner.name, problemsOf({ pruner }))),
  ];
}

function messagesOf(issues: readonly Issue[]): ReadonlySet<string> {
  return new Set(issues.map(({ message }) => message));
}
