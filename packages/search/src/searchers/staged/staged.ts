import { type AskContext, type AskResult, defineSearcher, type Issue, type Space } from '@cambium/core';
import { defineComposedSearcher, type FindSearchers } from '../../composite/compose-searcher.js';
import { branchesOf, emptyBranches } from '../../composite/empty-branches.js';
import { definitionOf } from '../../composite/inner-searcher.js';
import { askOneByOne } from '../../history/ask-one-by-one.js';
import { askStage } from './ask-stage.js';
import { beginStage } from './next-stage.js';
import { type StagedOptions, stagedOptions } from './options.js';
import { type Lane, laneBudget, laneSearch, type RunningStage, stagesIn } from './stage-lanes.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type StagedState = { readonly running: RunningStage | null };

/**
 * One branch after the other (as in "first the architecture, then its training"): each stage has a searcher of its own, and
 * builds on the winners of the one before. A stage begins when all trials of the one before have ended.
 */
export const staged = defineComposedSearcher((searchers) =>
  defineSearcher<StagedOptions, StagedState>({
    name: 'staged',
    stateVersion: 1,
    summary: 'Searches one branch after the other, each with its own searcher, around the winners of the stage before.',
    options: stagedOptions(searchers),
    capabilities: {
      multiObjective: true,
      conditional: true,
      finite: false,
      orderIndependent: false,
      multiFidelity: false,
    },
    inner: ({ stages }) =>
      stages.map(({ searcher }, index) => ({
        path: ['stages', index, 'searcher'],
        searcher: definitionOf(searchers, searcher),
        options: searcher.options,
      })),
    spaceIssues: (options, space) => stageIssues(searchers, options, space),
    init: () => ({ running: null }),
    ask: (state, context) => askOneByOne(state, context, (before, each) => askOne(searchers, before, each)),
    tell(state, context, trial) {
      const { running } = state;
      const stage = running && stagesIn(context, context.options.stages)[running.index];
      if (running === null || !stage) return state;
      const budget = laneBudget(running, context);
      const lanes = running.lanes.map((lane): Lane => {
        const sub = laneSearch(searchers, context, { stage, base: lane.params });
        return sub.shows(trial) ? { ...lane, state: sub.tell(lane.state, context, { trial, budget }) } : lane;
      });
      return { running: { ...running, lanes } };
    },
  }),
);

/** One suggestion of the stage that is under way, or of the next one when that is over. */
function askOne(
  searchers: FindSearchers,
  before: StagedState,
  context: AskContext<StagedOptions>,
): { readonly result: AskResult; readonly state: StagedState } {
  const stages = stagesIn(context, context.options.stages);
  const wait = { result: { kind: 'wait' }, state: before } as const;
  let running = before.running;
  // Points to begin with are being tried: the best of them is the start.
  if (running === null && context.pending.length > 0) return wait;
  for (let index = running?.index ?? 0; ; index++) {
    const stage = stages[index];
    if (stage === undefined) return { result: { kind: 'exhausted' }, state: before };
    if (running?.index !== index) running = beginStage(searchers, context, { stages, index, before: running });
    const asked = askStage(searchers, context, { stage, running });
    running = asked.running;
    if (asked.result !== undefined) return { result: asked.result, state: { running } };
  }
}

function stageIssues(searchers: FindSearchers, { stages }: StagedOptions, space: Space): readonly Issue[] {
  const presets = stagedOptions(searchers).parse({}).stages;
  if (JSON.stringify(stages) === JSON.stringify(presets)) {
    const present = branchesOf(space);
    if (stages.filter(({ branches }) => branches.some((branch) => present.includes(branch))).length > 1) return [];
    const message = `staged searches one branch after the other, and ${present.join(' and ')} would be a single stage; name stages of your own, or take another searcher`;
    return [{ path: [], code: 'one-stage', message }];
  }
  return stages.flatMap(({ branches }, index) => emptyBranches(space, branches, ['stages', index, 'branches']));
}
