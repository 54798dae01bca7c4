/**
 * Splits groups of parameters until those of a group were always active together: what a new point has and what it has not
 * part (as Optuna's `group`). Parameters that no point had are in no group.
 */
export function refineGroups(
  groups: readonly (readonly number[])[],
  point: Float64Array,
): readonly (readonly number[])[] {
  const isActive = (parameter: number) => !Number.isNaN(point[parameter]);
  const known = new Set(groups.flat());
  const unseen = Array.from(point.keys()).filter((parameter) => isActive(parameter) && !known.has(parameter));
  const parts = groups.flatMap((group) => [group.filter(isActive), group.filter((parameter) => !isActive(parameter))]);
  return [...parts, unseen].filter((group) => group.length > 0);
}
