import type { AskContext, AskResult, BranchName, FinishedTrial, Json, Params } from '@cambium/core';
import { restrictSpace } from '@cambium/spaces';
import { type SubSearch, startedOn } from '../../composite/sub-search.js';
import { winnersOf } from '../../composite/winners.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';

/** A branch's search around the trial that was the best when it began. A type, not an interface: it is part of a state. */
export type Lane = { readonly base: number; readonly params: Params; readonly state: Json };

interface BranchAsk {
  readonly arm: BranchName;
  /** As it was left. */
  readonly lane: Lane | undefined;
  /** The branch's searcher around a point; undefined: the point is mutated. */
  readonly searchAt: (base: Params) => SubSearch | undefined;
}

/** Mutants drawn before giving up on a new one. */
const tries = 100;
/** So many of the front are built on in turn, where there are several objectives. */
const mostIncumbents = 16;

/** A design that differs from the best trial in one branch; undefined where none is known or nothing is new. */
export function askBranch(
  context: AskContext<unknown>,
  { arm, lane, searchAt }: BranchAsk,
): { readonly result: AskResult; readonly lane?: Lane } | undefined {
  const incumbents = incumbentsOf(context);
  if (incumbents.length === 0) return undefined;
  // A lane goes on for as long as what it builds on is among the best.
  const kept = incumbents.find((trial) => trial.number === lane?.base);
  const { number, params } = kept ?? context.rng.fork('incumbent').pick(incumbents);
  const sub = searchAt(params);
  if (sub === undefined) {
    const mutant = mutantOf(context, { arm, params, known: knownDesigns(context) });
    const why = { by: 'mutation', of: number };
    return mutant && { result: { kind: 'suggest', suggestions: [{ params: mutant, builtOn: [number], why }] } };
  }
  const own = lane?.base === number ? lane.state : startedOn(sub, context, context.budget);
  const asked = sub.ask(own, context, context.budget);
  if (asked.result.kind !== 'suggest') return { result: asked.result };
  const [suggestion] = asked.result.suggestions;
  const builtOn = [number, ...(suggestion.builtOn ?? [])];
  return {
    result: { kind: 'suggest', suggestions: [{ ...suggestion, builtOn }] },
    lane: { base: number, params, state: asked.state },
  };
}

function incumbentsOf({ history, objectives, space, maxStep }: AskContext<unknown>): readonly FinishedTrial[] {
  const whole = history.trials.filter(({ mode, fidelity = maxStep }) => !isOfItsOwn(mode) && fidelity === maxStep);
  const count = objectives.length === 1 ? 1 : mostIncumbents;
  return winnersOf(whole, objectives, { count, keyOf: ({ params }) => space.canonicalKey(params) });
}

function isOfItsOwn(mode: string | undefined): boolean {
  return mode !== undefined && mode !== 'known';
}

function mutantOf(
  { space, rng }: AskContext<unknown>,
  { arm, params, known }: { readonly arm: BranchName; readonly params: Params; readonly known: KnownDesigns },
): Params | undefined {
  const slice = restrictSpace(space, [arm], params);
  const draws = rng.fork('mutant');
  for (let i = 0; i < tries; i++) {
    const mutant = slice.complete(slice.mutate(slice.part(params), draws));
    if (!known.has(mutant) && space.isFeasible(mutant)) return mutant;
  }
  return undefined;
}
