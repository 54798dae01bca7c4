import type { Suggestion } from './searcher.js';
import type { PendingTrial } from './told-trial.js';

/** What a searcher is told of its suggestion while the trial that came of it has not ended. */
export function pendingFrom(number: number, { params, fidelity, resumeFrom, mode }: Suggestion): PendingTrial {
  return {
    number,
    params,
    ...(fidelity === undefined ? {} : { fidelity }),
    ...(resumeFrom === undefined ? {} : { parent: resumeFrom }),
    ...(mode === undefined ? {} : { mode }),
  };
}
