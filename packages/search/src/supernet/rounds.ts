import { type AskContext, type FinishedTrial, type Params, supernetMode } from '@cambium/core';

/** A trial that was asked for, with what became of it. */
export interface RoundTrial {
  readonly number: number;
  readonly params: Params;
  /** Absent while it is pending. */
  readonly ended?: FinishedTrial;
}

/** One trial that learns of many designs at once, such as a supernet, and what was made of it. */
export interface Round {
  readonly opening: RoundTrial;
  /** Evaluated with a supernet's weights, by number. */
  readonly candidates: readonly RoundTrial[];
  /** Trained from scratch, by number. */
  readonly standalone: readonly RoundTrial[];
}

/** The newest round: the last trial that was asked for in the mode that opens one, and all since. Undefined: there is none. */
export function newestRound(
  { history, pending }: AskContext<unknown>,
  openingMode: string = supernetMode,
): Round | undefined {
  const trials = [
    ...history.trials.map((ended) => ({ ...ended, ended })),
    ...pending.map((trial) => ({ ...trial, ended: undefined })),
  ].sort((a, b) => a.number - b.number);
  const start = trials.findLastIndex(({ mode }) => mode === openingMode);
  const [opening, ...since] = start < 0 ? [] : trials.slice(start);
  if (opening === undefined) return undefined;
  const ofMode = (wanted: string | undefined) => since.filter(({ mode }) => mode === wanted).map(roundTrial);
  return { opening: roundTrial(opening), candidates: ofMode('shared-weights'), standalone: ofMode(undefined) };
}

function roundTrial({ number, params, ended }: { number: number; params: Params; ended: FinishedTrial | undefined }) {
  return ended === undefined ? { number, params } : { number, params, ended };
}
