import type { Space } from '../spec/space.js';
import type { Issue } from '../values/issue.js';
import type { Json } from '../values/json.js';
import type { Params } from '../values/params.js';
import type { Rng } from '../values/rng.js';
import type { Schema } from '../values/schema.js';
import type { SearchContext } from './search-context.js';
import type { SearchHistory } from './search-history.js';
import type { FinishedTrial, PendingTrial } from './told-trial.js';

/** One proposed evaluation. */
export interface Suggestion {
  readonly params: Params;
  /** The step at which it ends, in 1 … `maxStep`; absent: at `maxStep`. */
  readonly fidelity?: number;
  /** Number of the ended trial that it goes on from; without a checkpoint of that one it begins anew. */
  readonly resumeFrom?: number;
  /**
   * Numbers of the trials whose params it took over, in part or changed: the one that it owes most first. For people, who can
   * follow them back from trial to trial.
   */
  readonly builtOn?: readonly number[];
  /** Absent for an ordinary evaluation; else a mode that the task understands (`supernet`, `shared-weights`). */
  readonly mode?: string;
  /** Why: acquisition value, parents, exploration or exploitation. Shown on the trial's page. */
  readonly why?: Json;
}

export type AskResult =
  | { readonly kind: 'suggest'; readonly suggestions: readonly [Suggestion, ...Suggestion[]] }
  /** Ask again after the next tell. */
  | { readonly kind: 'wait' }
  /** Never ask again. */
  | { readonly kind: 'exhausted' };

export interface AskContext<Options> extends SearchContext<Options> {
  /** A fork of the experiment's seed that belongs to this ask alone. */
  readonly rng: Rng;
  /** Everything told so far. */
  readonly history: SearchHistory;
  /** In the order of their numbers. */
  readonly pending: readonly PendingTrial[];
  /** The number that the first suggestion will get; the others get the next ones. */
  readonly nextNumber: number;
  /** How many suggestions are wanted; fewer may be given. Integer ≥ 1. */
  readonly count: number;
}

export interface SearcherCapabilities {
  readonly multiObjective: boolean;
  readonly conditional: boolean;
  /** Gives fewer than a fixed number of suggestions by itself (`grid`). */
  readonly finite: boolean;
  /** The same suggestions whatever the order in which parallel trials finish. */
  readonly orderIndependent: boolean;
  /** Gives trials a fidelity of their own: it takes the place of a pruner and needs a task of several steps. */
  readonly multiFidelity: boolean;
  /** Suggests trials in the modes `supernet` and `shared-weights`: it needs a task and a space that share weights. */
  readonly supernet?: boolean;
  /** Judges networks in mode `shared-weights`, and trains the best of them from scratch. */
  readonly sharedWeights?: boolean;
  /** Suggests trials in the modes `fold` and `density-matching`: it needs a task and a space of policies for them. */
  readonly densityMatching?: boolean;
  /** Suggests trials in the mode `relaxed-policy`: it needs a task and a space of policies for them. */
  readonly relaxedPolicy?: boolean;
}

/** A searcher within another, as that one's options name it. */
export interface InnerSearcher {
  /** Where the options name it: `['stages', 1, 'searcher']`. */
  readonly path: Issue['path'];
  readonly searcher: SearcherDefinition;
  /** As its own schema gives them. */
  readonly options: unknown;
}

/** Of a searcher that needs several trials for one result. */
export interface LeastTrials {
  readonly trials: number;
  /** What they are, in words: `2 folds and 3 policies`. */
  readonly needed: string;
}

/**
 * Proposes params. A pure function of its state, the history and the rng: state in, state out. The state is what the
 * history does not say, as JSON, written down at each ask and tell: keep it small. A new `stateVersion` makes the ledger
 * replay the history instead of loading the old state.
 */
export interface SearcherDefinition<Options = unknown, State extends Json = Json> {
  readonly name: string;
  readonly stateVersion: number;
  /** One sentence for the create form: when to use it. */
  readonly summary: string;
  readonly options: Schema<Options>;
  readonly capabilities: SearcherCapabilities;
  /** The searchers that these options have it ask: they must be up to the experiment as well. */
  inner?(options: Options): readonly InnerSearcher[];
  /** What keeps these options from searching this space. Paths start at the options; an empty one means the searcher as such. */
  spaceIssues?(options: Options, space: Space): readonly Issue[];
  /** The fewest trials that these options come to a result with in this space; without it one will do. */
  leastTrials?(options: Options, space: Space): LeastTrials;
  init(context: SearchContext<Options>): State;
  ask(state: State, context: AskContext<Options>): { readonly result: AskResult; readonly state: State };
  tell(state: State, context: SearchContext<Options>, trial: FinishedTrial): State;
}

export interface HistorySearcherDefinition<Options>
  extends Omit<SearcherDefinition<Options, null>, 'init' | 'ask' | 'tell'> {
  ask(context: AskContext<Options>): AskResult;
}

/** A searcher without a state of its own: the history says it all. */
export function defineHistorySearcher<Options>({
  ask,
  ...definition
}: HistorySearcherDefinition<Options>): SearcherDefinition {
  return defineSearcher<Options, null>({
    ...definition,
    init: () => null,
    ask: (state, context) => ({ result: ask(context), state }),
    tell: (state) => state,
  });
}

/** Keeps the definition's own types inside its folder while registries hold `SearcherDefinition<unknown>`. */
export function defineSearcher<Options, State extends Json>(
  definition: SearcherDefinition<Options, State>,
): SearcherDefinition {
  return definition as unknown as SearcherDefinition;
}
