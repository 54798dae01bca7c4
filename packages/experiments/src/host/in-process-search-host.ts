import {
  type AskReply,
  type AskRequest,
  CambiumError,
  createRng,
  hasOwnDesign,
  type Json,
  type Params,
  type SearchContext,
  type SearchHost,
  type SuggestionCheck,
} from '@cambium/core';
import type { Registries } from '../registries.js';
import { violationOf } from '../scoring/violation.js';
import type { CompiledProblem } from './compile-problem.js';
import { createKnownHistories, type KnownHistory } from './known-histories.js';
import { sameTrial } from './known-results.js';
import { createProblemCache } from './problem-cache.js';

/** What the ledger keeps for a host. A type, not an interface: only then is it assignable to `Json`. */
type HostState = {
  /** The history that the searcher's state has heard of. */
  readonly told: { readonly count: number; readonly digest: string };
  readonly state: Json;
};

/**
 * Runs searchers on the caller's thread (which may itself be a worker thread). What it answers depends on the request
 * alone; it remembers histories, so that each trial is sent once. A searcher's answers `wait` and `exhausted` leave its
 * state as it was after the tells: the ledger does not record them, so a replay could not repeat them. Whatever a searcher
 * throws becomes a CambiumError `give-up`: every other error of a host is the host's own, and passes.
 */
export function createInProcessSearchHost(registries: Registries): SearchHost {
  const compile = createProblemCache(registries);
  const histories = createKnownHistories();
  return {
    ask: async (request) => {
      const compiled = compile(request.problem);
      const known = histories.recall(request.historyId, contextOf(request, compiled));
      try {
        const reply = answer(request, compiled, known);
        if (reply.kind === 'behind' && reply.known === 0) histories.forget(request.historyId);
        return reply;
      } catch (cause) {
        if (cause instanceof CambiumError) throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new CambiumError('give-up', `searcher ${compiled.searcher.name} broke: ${reason}`, { cause });
      }
    },
    inspect: async (problem, params) => compile(problem).staticMetrics(params),
  };
}

function answer(request: AskRequest, compiled: CompiledProblem, known: KnownHistory): AskReply {
  const { searcher, staticMetrics } = compiled;
  const { spec } = request.problem;
  const version = searcher.stateVersion;
  if (request.searcher !== null && request.searcher.version !== version) {
    const message = `searcher ${searcher.name} keeps its state in version ${version}, this state has version ${request.searcher.version}; replay the history`;
    throw new CambiumError('conflict', message);
  }
  const context = contextOf(request, compiled);
  const before = (request.searcher?.state ?? {
    told: { count: 0, digest: '' },
    state: searcher.init(context),
  }) as HostState;
  const from = request.tell.from ?? before.told.count;
  if (known.length < from) return { kind: 'behind', known: known.length };
  known.tell(from, request.tell.trials);
  if (known.length < before.told.count || known.digest(before.told.count) !== before.told.digest) {
    if (from > 0) return { kind: 'behind', known: 0 };
    throw new CambiumError('conflict', `the state of searcher ${searcher.name} is not of this history; replay it`);
  }
  let { state } = before;
  for (const trial of known.history.trials.slice(before.told.count)) state = searcher.tell(state, context, trial);
  const told = { count: known.length, digest: known.digest(known.length) };
  const kept = (after: Json) => ({ version, state: { told, state: after } satisfies HostState });
  if (request.count === 0) {
    return { kind: 'answered', searcher: kept(state), result: { kind: 'wait' }, checks: [] };
  }
  const { pending, nextNumber, count } = request;
  const rng = createRng(spec.seed).fork('search').fork(nextNumber);
  const asked = searcher.ask(state, { ...context, history: known.history, rng, pending, nextNumber, count });
  if (asked.result.kind !== 'suggest') {
    return { kind: 'answered', searcher: kept(state), result: asked.result, checks: [] };
  }
  const checks = asked.result.suggestions.map((suggestion): SuggestionCheck => {
    refuseForeignPoint(searcher.name, context, suggestion.params);
    const metrics = hasOwnDesign({ mode: suggestion.mode ?? null }) ? staticMetrics(suggestion.params) : {};
    const same = spec.reuseResults === true ? sameTrial(suggestion, known.history, context.space) : undefined;
    const violation = violationOf(metrics, spec.constraints);
    return { staticMetrics: metrics, violation, ...(same === undefined ? {} : { sameAs: same }) };
  });
  return { kind: 'answered', searcher: kept(asked.state), result: asked.result, checks };
}

function contextOf({ problem }: AskRequest, { context }: CompiledProblem): SearchContext<unknown> {
  const { spec, maxStep, maxTrials } = problem;
  return { ...context, maxStep, budget: { ...spec.budget, maxTrials } };
}

/** A bug of a searcher must not reach a runner as params that nobody can decode. */
function refuseForeignPoint(name: string, { space }: SearchContext<unknown>, params: Params): void {
  const issues = space.validate(params);
  if (issues.length === 0) return;
  const reasons = issues.map((issue) => issue.message).join('; ');
  throw new CambiumError('give-up', `searcher ${name} suggested params that are no point of the space: ${reasons}`, {
    issues,
  });
}
