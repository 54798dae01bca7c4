/** What Next hands to a page. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** As `URLSearchParams.getAll`. */
export async function readAllSearch(searchParams: SearchParams): Promise<(name: string) => readonly string[]> {
  const values = await searchParams;
  return (name) => [values[name] ?? []].flat();
}

/** As `URLSearchParams.get`: the first value of a name, or null. */
export async function readSearch(searchParams: SearchParams): Promise<(name: string) => string | null> {
  const readAll = await readAllSearch(searchParams);
  return (name) => readAll(name)[0] ?? null;
}
