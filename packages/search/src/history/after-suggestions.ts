import { type AskContext, pendingFrom, type Suggestion } from '@cambium/core';

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
    pending: [...pending, ...own.map((suggestion, i) => pendingFrom(nextNumber + i, suggestion))],
    nextNumber: nextNumber + own.length,
  };
}
