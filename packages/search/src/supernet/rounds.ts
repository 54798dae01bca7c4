import type { AskContext, FinishedTrial, Params } from '@cambium/core';

/** A trial that was asked for, with what became of it. */
export interface RoundTrial {
  readonly number: number;
  readonly params: Params;
  /** Absent while it is pending. */
  readonly ended?: FinishedTrial;
}

/** One supernet and what was made of it. */
export interface Round {
  readonly supernet: RoundTrial;
  /** Evaluated with the supernet's weights, by number. */
  readonly candidates: readonly RoundTrial[];
  /** Trained from scratch, by number. */
  readonly standalone: readonly RoundTrial[];
}

/** The newest round: the last supernet that was asked for, and all trials since. Undefined before the first. */
export function newestRound({ history, pending }: AskContext<unknown>): Round | undefined {
  const trials = [
    ...history.trials.map((ended) => ({ ...ended, ended })),
    ...pending.map((trial) => ({ ...trial, ended: undefined })),
  ].sort((a, b) => a.number - b.number);
  const start = trials.findLastIndex(({ mode }) => mode === 'supernet');
  const [supernet, ...since] = start < 0 ? [] : trials.slice(start);
  if (supernet === undefined) return undefined;
  const ofMode = (wanted: string | undefined) => since.filter(({ mode }) => mode === wanted).map(roundTrial);
  return { supernet: roundTrial(supernet), candidates: ofMode('shared-weights'), standalone: ofMode(undefined) };
}

function roundTrial({ number, params, ended }: { number: number; params: Params; ended: FinishedTrial | undefined }) {
  return ended === undefined ? { number, params } : { number, params, ended };
}
