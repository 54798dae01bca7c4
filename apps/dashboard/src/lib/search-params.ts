/** What Next hands to a page. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** As `URLSearchParams.get`: the first value of a name, or null. */
export async function readSearch(searchParams: SearchParams): Promise<(name: string) => string | null> {
  const values = await searchParams;
  return (name) => {
    const value = values[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
}
