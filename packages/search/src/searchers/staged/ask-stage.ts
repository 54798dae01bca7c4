import type { AskContext, AskResult, Json, SearchContext, Suggestion } from '@cambium/core';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import type { SubSearch } from '../../composite/sub-search.js';
import type { Stage, StagedOptions } from './options.js';
import { isTriedIn, type Lane, laneBudget, laneSearch, type RunningStage, stepsOf } from './stage-lanes.js';
import { stageProgress } from './stage-progress.js';

/** The first suggestion of its lanes, in turn. Without a result the stage is over. */
export function askStage(
  searchers: FindSearchers,
  context: AskContext<StagedOptions>,
  { stage, running: given }: { readonly stage: Stage; readonly running: RunningStage },
): { readonly result?: AskResult; readonly running: RunningStage } {
  const subs = given.lanes.map(({ params }) => laneSearch(searchers, context, { stage, base: params }));
  let running = given;
  let waits = false;
  for (let tries = 0; tries < given.lanes.length; tries++) {
    if (stageProgress(running, stage, { context, subs }) !== 'open') break;
    const turn = (given.turn + tries) % given.lanes.length;
    const lane = running.lanes[turn];
    const sub = subs[turn];
    if (lane === undefined || sub === undefined || lane.exhausted) continue;
    const asked = askLane(lane, sub, { context, stage, running });
    if (asked.result.kind === 'suggest') {
      const lanes = running.lanes.with(turn, { ...lane, state: asked.state });
      return { result: asked.result, running: { ...running, lanes, turn: (turn + 1) % lanes.length } };
    }
    if (asked.result.kind === 'wait') waits = true;
    else running = { ...running, lanes: running.lanes.with(turn, { ...lane, exhausted: true }) };
  }
  const progress = stageProgress(running, stage, { context, subs });
  if (waits || progress === 'closing') return { result: { kind: 'wait' }, running };
  return { running };
}

/** Each lane begins with the point that it builds on, unless that was tried with as many steps. */
function askLane(
  lane: Lane,
  sub: SubSearch,
  {
    context,
    stage,
    running,
  }: { readonly context: AskContext<StagedOptions>; readonly stage: Stage; readonly running: RunningStage },
): { readonly result: AskResult; readonly state: Json } {
  const number =
    running.lanes.length > 1 ? { lane: `${running.lanes.indexOf(lane) + 1} of ${running.lanes.length}` } : {};
  const reason = { by: 'staged', stage: stage.name, ...number, base: lane.base };
  const builtOn = lane.base === null ? [] : [lane.base];
  if (
    searchesAll(sub, context) === false &&
    context.space.isFeasible(lane.params) &&
    !isTriedIn(sub, context, lane.params)
  ) {
    const because =
      lane.base === null ? 'the stage starts here' : 'the winner of the stage before, with the steps of this one';
    const steps = stepsOf(stage, context);
    const fidelity = steps === context.maxStep ? {} : { fidelity: steps };
    const suggestion: Suggestion = { params: lane.params, ...fidelity, builtOn, why: { ...reason, because } };
    return { result: { kind: 'suggest', suggestions: [suggestion] }, state: lane.state };
  }
  const asked = sub.ask(lane.state, context, laneBudget(running, context));
  if (asked.result.kind !== 'suggest') return asked;
  const [{ why, ...suggestion }] = asked.result.suggestions;
  const whole: Suggestion = {
    ...suggestion,
    builtOn: [...builtOn, ...(suggestion.builtOn ?? [])],
    why: { ...reason, ...(why === undefined ? {} : { suggested: why }) },
  };
  return { result: { kind: 'suggest', suggestions: [whole] }, state: asked.state };
}

/** Nothing is fixed: the point that it builds on is of no account. */
function searchesAll({ slice }: SubSearch, { space }: SearchContext<unknown>): boolean {
  return slice.parameters.length === space.parameters.length;
}
