import { opGroups } from './op-lists.js';

/** Splits a list of ops into the groups that it touches; ops that no group knows form the group `other`. */
export function groupOps(
  ops: readonly string[],
): readonly { readonly name: string; readonly ops: readonly string[] }[] {
  const searched = ops.filter((op) => op !== 'identity');
  const known = Object.entries(opGroups).map(([name, members]) => ({
    name,
    ops: searched.filter((op) => (members as readonly string[]).includes(op)),
  }));
  const grouped = new Set(known.flatMap((group) => group.ops));
  const other = { name: 'other', ops: searched.filter((op) => !grouped.has(op)) };
  return [...known, other].filter((group) => group.ops.length > 0);
}
