import type { AskContext, PendingTrial, Suggestion } from '@cambium/core';

/** The context of an ask after the suggestions that were made in it so far: they are pending, with the numbers they will get. */
export function afterSuggestions<Options>(
  context: AskContext<Options>,
  own: readonly Suggestion[],
): AskContext<Options> {
  if (own.length === 0) return context;
  const { rng, pending, nextNumber } = context;
  return {
    ...context,
    rng: rng.fork(own.length),
    pending: [...pending, ...own.map((suggestion, i) => pendingTrial(nextNumber + i, suggestion))],
    nextNumber: nextNumber + own.length,
  };
}

function pendingTrial(number: number, { params, fidelity, resumeFrom, mode }: Suggestion): PendingTrial {
  return {
    number,
    params,
    ...(fidelity === undefined ? {} : { fidelity }),
    ...(resumeFrom === undefined ? {} : { parent: resumeFrom }),
    ...(mode === undefined ? {} : { mode }),
  };
}
