import type { EndedTrial, FrontMember } from '@cambium/core';
import { compareValues } from '../scoring/compare-values.js';
import { leaversOf } from '../scoring/pareto-front.js';
import { isCandidate } from './leaders.js';
import type { Ledger } from './ledger.js';
import type { ConfirmedLeader } from './reevaluation.js';

/** How an ended trial changed the experiment's answer. */
export interface AnswerChange {
  readonly best: boolean;
  /** Numbers of the members that left the front for the trial; null when it did not join. */
  readonly front: readonly number[] | null;
}

/**
 * Keeps the Pareto front, and with it the best trial, as a trial ends: here they cost one look at the front, while every
 * page, chart and filter that asks for it would have to compare all trials.
 */
export async function keepFront({ tx }: Ledger, trial: EndedTrial): Promise<AnswerChange> {
  const unchanged = { best: false, front: null };
  if (!isCandidate(trial)) return unchanged;
  const { bestTrial, maxStep, spec } = tx.experiment;
  const joining: FrontMember = { number: trial.number, values: trial.values, steps: trial.fidelity ?? maxStep };
  const front = await tx.front();
  const left = leaversOf(front, joining, spec.objectives);
  if (left === null) return unchanged;
  await tx.changeFront({ joined: [joining], left });
  const before = front.find(({ number }) => number === bestTrial && !left.includes(number));
  const best = before === undefined || compareValues(joining.values, before.values, spec.objectives) < 0;
  if (best) await tx.update({ bestTrial: joining.number, bestValues: joining.values });
  return { best, front: left };
}

/** After a re-evaluation: only leaders that it confirmed can be on the front, with the means of their repetitions. */
export async function confirmFront(
  { tx, now }: Ledger,
  leaders: readonly [ConfirmedLeader, ...ConfirmedLeader[]],
): Promise<void> {
  const { maxStep, spec } = tx.experiment;
  const [best] = leaders;
  let joined: readonly FrontMember[] = [];
  for (const { number, values, trial } of leaders) {
    const joining = { number, values, steps: trial.fidelity ?? maxStep };
    const left = leaversOf(joined, joining, spec.objectives);
    if (left !== null) joined = [...joined.filter((member) => !left.includes(member.number)), joining];
  }
  joined = joined.toSorted((a, b) => a.number - b.number);
  const before = await tx.front();
  if (isSame(joined, before)) return;
  const numbers = (members: readonly FrontMember[]) => members.map(({ number }) => number);
  await tx.changeFront({ joined, left: numbers(before) });
  await tx.update({ bestTrial: best.number, bestValues: best.values });
  await tx.append('experiment.confirmed', { at: now, payload: { bestTrial: best.number, front: numbers(joined) } });
}

/** Both are by number. */
function isSame(a: readonly FrontMember[], b: readonly FrontMember[]): boolean {
  const keys = (members: readonly FrontMember[]) =>
    members.map(({ number, values }) => [number, ...values].join()).join(' ');
  return keys(a) === keys(b);
}
