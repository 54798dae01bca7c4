import type { AskContext, AskResult, Suggestion } from '@cambium/core';
import { afterSuggestions } from './after-suggestions.js';

interface Asked<State> {
  readonly result: AskResult;
  readonly state: State;
}

/**
 * Asks for one suggestion after the other, where each sees those before it as pending, until there are enough or there is
 * none. `askOne` gets a count of 1; what it does not suggest leaves no trace in the state.
 */
export function askOneByOne<State, Options>(
  before: State,
  context: AskContext<Options>,
  askOne: (state: State, context: AskContext<Options>) => Asked<State>,
): Asked<State> {
  let state = before;
  let result: AskResult = { kind: 'exhausted' };
  const suggestions: Suggestion[] = [];
  while (suggestions.length < context.count) {
    const asked = askOne(state, { ...afterSuggestions(context, suggestions), count: 1 });
    result = asked.result;
    if (result.kind !== 'suggest') break;
    state = asked.state;
    suggestions.push(...result.suggestions);
  }
  const [first, ...rest] = suggestions;
  return { result: first === undefined ? result : { kind: 'suggest', suggestions: [first, ...rest] }, state };
}
