/** `2 of arch, 1 of hp`: how many parameters of each branch differ. `the same parameters` where none does. */
export function changesByBranch(names: readonly string[]): string {
  if (names.length === 0) return 'the same parameters';
  const counts = new Map<string, number>();
  for (const name of names) {
    const branch = name.split('.', 1)[0] ?? name;
    counts.set(branch, (counts.get(branch) ?? 0) + 1);
  }
  return `changes ${[...counts].map(([branch, count]) => `${count} of ${branch}`).join(', ')}`;
}
