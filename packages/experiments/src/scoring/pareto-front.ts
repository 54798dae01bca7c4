import type { FrontMember, Objective } from '@cambium/core';
import { dominates, lossesOf, lossVector } from '@cambium/search';

/** Numbers of the members that leave when `joining` joins; null when it doesn't: see {@link FrontMember}. */
export function leaversOf(
  front: readonly FrontMember[],
  joining: FrontMember,
  objectives: readonly Objective[],
): readonly number[] | null {
  const furthest = front.reduce((steps, member) => Math.max(steps, member.steps), 0);
  if (joining.steps < furthest) return null;
  if (joining.steps > furthest) return front.map(({ number }) => number);
  const last = front.length;
  const losses = lossesOf(
    [...front, joining].map(({ values }) => lossVector(values, objectives) ?? []),
    objectives.length,
  );
  const isBeaten = front.some(({ values }, row) => dominates(losses, row, last) || isEqual(values, joining.values));
  return isBeaten ? null : front.filter((_, row) => dominates(losses, last, row)).map(({ number }) => number);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => value === b[i]);
}
