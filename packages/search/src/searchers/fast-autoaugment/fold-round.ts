import { type AskContext, densityMatchingMode, type FinishedTrial, foldMode, type Params } from '@cambium/core';

/** A trial that was asked for, with what became of it. */
export interface RoundTrial {
  readonly number: number;
  readonly params: Params;
  readonly mode?: string;
  /** Of a judged policy: the number of its fold. */
  readonly parent?: number;
  /** Absent while it is pending. */
  readonly ended?: FinishedTrial;
}

/** Folds and what was made of them, each list by number. */
export interface FoldRound {
  /** Those that ended well, or may. */
  readonly folds: readonly RoundTrial[];
  /** Policies that the folds judge. */
  readonly judged: readonly RoundTrial[];
  /** Trained from scratch. */
  readonly standalone: readonly RoundTrial[];
}

/** The newest round: all folds that were asked for since policies were judged by others, and all trials since. */
export function newestRound({ history, pending }: Pick<AskContext<unknown>, 'history' | 'pending'>): FoldRound {
  const trials: RoundTrial[] = [...history.trials.map((ended) => ({ ...ended, ended })), ...pending];
  trials.sort((a, b) => a.number - b.number);
  const newestFold = trials.findLastIndex(({ mode }) => mode === foldMode);
  const before = trials.slice(0, Math.max(0, newestFold)).findLastIndex(({ mode }) => mode === densityMatchingMode);
  const ofRound = newestFold < 0 ? [] : trials.slice(before + 1);
  const ofMode = (wanted: string | undefined) => ofRound.filter(({ mode }) => mode === wanted);
  return {
    folds: ofMode(foldMode).filter(({ ended }) => ended === undefined || ended.state === 'complete'),
    judged: ofMode(densityMatchingMode),
    // Ordinary trials among the folds were given by somebody else.
    standalone: ofMode(undefined).filter(({ number }) => number > (trials[newestFold]?.number ?? -1)),
  };
}
