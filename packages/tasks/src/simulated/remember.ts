/**
 * `make`, with its newest results kept, as many as `limit`, for callers that ask for few things many times. What fails is
 * made again, also when it fails later, as a promise.
 */
export function remember<Input, Result>(
  make: (input: Input) => Result,
  { keyOf, limit }: { keyOf: (input: Input) => string; limit: number },
): (input: Input) => Result {
  const kept = new Map<string, Result>();
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(input);
    if (kept.size >= limit) kept.delete(kept.keys().next().value as string);
    kept.set(key, made);
    if (made instanceof Promise) made.catch(() => kept.delete(key));
    return made;
  };
}
