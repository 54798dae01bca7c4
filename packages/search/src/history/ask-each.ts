import type { AskResult, Suggestion } from '@cambium/core';

/** Collects up to `count` suggestions. None at all, because `suggest` found nothing new, is exhaustion. */
export function askEach(count: number, suggest: (index: number) => Suggestion | undefined): AskResult {
  const suggestions: Suggestion[] = [];
  for (let index = 0; index < count; index++) {
    const suggestion = suggest(index);
    if (suggestion === undefined) break;
    suggestions.push(suggestion);
  }
  const [first, ...rest] = suggestions;
  return first === undefined ? { kind: 'exhausted' } : { kind: 'suggest', suggestions: [first, ...rest] };
}
