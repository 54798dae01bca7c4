import { createSearchHistory, type FinishedTrial, type FoldContext, type GrowingHistory, keyHash } from '@cambium/core';

/** Histories that are remembered at the same time; the least recently used one makes room. */
const capacity = 64;

/** A history that a host remembers. */
export interface KnownHistory {
  /** How many trials it holds. */
  readonly length: number;
  readonly history: GrowingHistory;
  /** Names the first `count` trials: equal digests, equal histories. */
  digest(count: number): string;
  /** Puts the trials after the first `from`; what was remembered there and is different is forgotten. */
  tell(from: number, trials: readonly FinishedTrial[]): void;
}

export interface KnownHistories {
  /** Empty when nothing of that name is remembered. */
  recall(id: string, context: FoldContext): KnownHistory;
  forget(id: string): void;
}

export function createKnownHistories(): KnownHistories {
  const known = new Map<string, KnownHistory>();
  return {
    recall(id, context) {
      const history = known.get(id) ?? emptyHistory(context);
      known.delete(id);
      known.set(id, history);
      for (const oldest of known.keys()) {
        if (known.size <= capacity) break;
        known.delete(oldest);
      }
      return history;
    },
    forget: (id) => void known.delete(id),
  };
}

function emptyHistory(context: FoldContext): KnownHistory {
  let history = createSearchHistory(context);
  /** At `n`: of the first `n` trials. */
  let digests = [''];
  const digest = (count: number) => digests[count] ?? '';
  const push = (trial: FinishedTrial, name: string) => {
    history.add(trial);
    digests.push(name);
  };
  const cutTo = (count: number) => {
    const kept = history.trials.slice(0, count);
    const names = digests;
    history = createSearchHistory(context);
    digests = [''];
    for (const [i, trial] of kept.entries()) push(trial, names[i + 1] ?? '');
  };
  return {
    get length() {
      return history.trials.length;
    },
    get history() {
      return history;
    },
    digest,
    tell(from, trials) {
      for (const [i, trial] of trials.entries()) {
        const name = chain(digest(from + i), trial);
        if (digest(from + i + 1) === name) continue;
        // A transaction that was undone had told something else.
        if (history.trials.length > from + i) cutTo(from + i);
        push(trial, name);
      }
      if (history.trials.length > from + trials.length) cutTo(from + trials.length);
    },
  };
}

/** Independent of the order of the params' keys, which a database may change. */
function chain(before: string, { number, params, state, values, violation, lastStep }: FinishedTrial): string {
  const point = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  return keyHash(JSON.stringify([before, number, point, state, values, violation, lastStep]));
}
