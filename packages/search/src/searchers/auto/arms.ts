import type { AskContext, Parameter, SearchContext, SearcherDefinition } from '@cambium/core';
import { historyView } from '../../history/history-view.js';
import { cmaEs } from '../cma-es/index.js';
import { evolution } from '../evolution/index.js';
import { gp } from '../gp/index.js';
import { nsgaIi } from '../nsga-ii/index.js';
import { nsgaIii } from '../nsga-iii/index.js';
import { quasiRandom } from '../quasi-random/index.js';
import { tpe } from '../tpe/index.js';

/** A searcher with options of its own. */
export interface Arm {
  readonly name: string;
  readonly searcher: SearcherDefinition;
  /** What the searcher sees: everything, but its own options. */
  contextOf<Context extends SearchContext<unknown>>(context: Context): Context;
}

export interface ArmChoice {
  /** None in doubt comes before a later one. */
  readonly arms: readonly Arm[];
  /** For people: after "because". */
  readonly because: string;
}

/** Trials up to which a Gaussian process pays: beyond, its asks get slow and the others have learnt as much. */
const gpTrials = 200;
/** Parameters up to which distances in the space still tell something. */
const gpParameters = 30;
/** Trials up to which a generation of several objectives is too dear. */
const fewForFronts = 100;

/** The searcher's own start is short: the bandit's own is before it. */
const short = { startupTrials: 4 };

/** Made once: their views of histories are remembered. */
export const allArms = {
  quasiRandom: createArm(quasiRandom),
  tpe: createArm(tpe, short),
  gp: createArm(gp, short),
  cmaEs: createArm(cmaEs),
  evolution: createArm(evolution),
  nsgaIi: createArm(nsgaIi),
  nsgaIii: createArm(nsgaIii),
} as const;

/** Which searchers suit the space, the budget and the objectives. */
export function chooseArms({
  space,
  objectives,
  budget: { maxTrials, maxParallel },
}: SearchContext<unknown>): ArmChoice {
  if (2 * maxParallel >= maxTrials) {
    return { arms: [allArms.quasiRandom], because: 'most trials begin before any could teach something' };
  }
  if (objectives.length > 1) return severalObjectives(objectives.length, maxTrials);
  if (maxTrials <= gpTrials && space.parameters.length <= gpParameters) {
    return { arms: [allArms.gp, allArms.tpe], because: `${maxTrials} trials are few: each must teach much` };
  }
  if (space.parameters.every(isContinuous)) {
    return { arms: [allArms.tpe, allArms.cmaEs], because: `the space is continuous, and ${maxTrials} trials are many` };
  }
  return {
    arms: [allArms.tpe, allArms.evolution],
    because: 'the space has choices or conditions, which both take as they are',
  };
}

function severalObjectives(count: number, maxTrials: number): ArmChoice {
  if (maxTrials <= fewForFronts)
    return { arms: [allArms.tpe], because: `${maxTrials} trials are few for ${count} objectives` };
  const genetic = count > 3 ? allArms.nsgaIii : allArms.nsgaIi;
  return { arms: [allArms.tpe, genetic], because: `${count} objectives want a spread-out front` };
}

/** As good as: an integer of many values is one of these. */
function isContinuous({ domain, conditions }: Parameter): boolean {
  if (conditions.length > 0) return false;
  return domain.kind === 'float' || (domain.kind === 'int' && domain.high - domain.low >= 20);
}

/** @throws RangeError for a searcher that can't do with these options alone: a mistake of ours. */
function createArm(searcher: SearcherDefinition, given: Readonly<Record<string, unknown>> = {}): Arm {
  const parsed = searcher.options.safeParse(given);
  if (!parsed.success) throw new RangeError(`${searcher.name} needs other options than ${JSON.stringify(given)}`);
  const options = parsed.data;
  const view = historyView({ seenAs: (context) => ({ ...context, options }) });
  return {
    name: searcher.name,
    searcher,
    contextOf: (context) => ({
      ...context,
      options,
      ...(hasHistory(context) ? { history: view(context.history) } : {}),
    }),
  };
}

function hasHistory(context: SearchContext<unknown>): context is AskContext<unknown> {
  return 'history' in context;
}
