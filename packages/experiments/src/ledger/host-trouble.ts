/** So many failures in a row, over so many milliseconds at least, are more than a bad moment. */
const fewFailures = 5;
const badMomentMs = 60_000;

/** Remembers for which experiments the search host keeps failing, in this process. */
export interface HostTrouble {
  /** Notes one more failure. True: it has gone on for too long. */
  failed(experimentId: string, now: number): boolean;
  /** The host answered: whatever was wrong is over. */
  answered(experimentId: string): void;
}

export function createHostTrouble(): HostTrouble {
  const troubles = new Map<string, { readonly since: number; readonly failures: number }>();
  return {
    failed(experimentId, now) {
      const { since, failures } = troubles.get(experimentId) ?? { since: now, failures: 0 };
      troubles.set(experimentId, { since, failures: failures + 1 });
      return failures + 1 >= fewFailures && now - since >= badMomentMs;
    },
    answered(experimentId) {
      troubles.delete(experimentId);
    },
  };
}
