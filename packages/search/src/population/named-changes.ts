import type { JsonObject, Params } from '@cambium/core';

/** Reasons are kept short. */
const mostCharacters = 1200;

/** `{ name: [before, after] }` of what differs, as far as it fits; `more` counts the others. */
export function namedChanges(before: Params, after: Params): JsonObject {
  const changed: Record<string, [JsonObject[string], JsonObject[string]]> = {};
  let characters = 0;
  let more = 0;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const change: [JsonObject[string], JsonObject[string]] = [before[name] ?? null, after[name] ?? null];
    if (change[0] === change[1]) continue;
    characters += JSON.stringify({ [name]: change }).length;
    if (characters > mostCharacters) more++;
    else changed[name] = change;
  }
  return { changed, ...(more === 0 ? {} : { more }) };
}
