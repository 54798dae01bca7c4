/** One after the other: reports of one experiment wait for the same row lock anyway, and connections are few. */
export async function inOrder<T, Result>(items: readonly T[], work: (item: T) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
