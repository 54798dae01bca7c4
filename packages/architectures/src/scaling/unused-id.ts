/** `id`, or `id-2`, `id-3` … when that is taken. */
export function unusedId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
  return free;
}
