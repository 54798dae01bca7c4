import {
  type AskReply,
  type AskRequest,
  CambiumError,
  createRng,
  type Params,
  type SearchContext,
  type SearchHost,
} from '@cambium/core';
import type { Registries } from '../registries.js';
import { violationOf } from '../scoring/violation.js';
import type { CompiledProblem } from './compile-problem.js';
import { createProblemCache } from './problem-cache.js';

/**
 * Runs searchers on the caller's thread (which may itself be a worker thread). An ask is a pure function of its request.
 * A searcher's answers `wait` and `exhausted` leave its state as it was after the tells: the ledger does not record them,
 * so a replay could not repeat them. Whatever a searcher throws becomes a CambiumError `give-up`: every other error of a
 * host is the host's own, and passes.
 */
export function createInProcessSearchHost(registries: Registries): SearchHost {
  const compile = createProblemCache(registries);
  return {
    ask: async (request) => {
      const compiled = compile(request.problem);
      try {
        return answer(request, compiled);
      } catch (cause) {
        if (cause instanceof CambiumError) throw cause;
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new CambiumError('give-up', `searcher ${compiled.searcher.name} broke: ${reason}`, { cause });
      }
    },
    inspect: async (problem, params) => compile(problem).staticMetrics(params),
  };
}

function answer(request: AskRequest, { searcher, context: fixed, staticMetrics }: CompiledProblem): AskReply {
  const { spec, maxTrials } = request.problem;
  const context: SearchContext<unknown> = { ...fixed, budget: { ...spec.budget, maxTrials } };
  const version = searcher.stateVersion;
  if (request.searcher !== null && request.searcher.version !== version) {
    const message = `searcher ${searcher.name} keeps its state in version ${version}, this state has version ${request.searcher.version}; replay the history`;
    throw new CambiumError('conflict', message);
  }
  let state = request.searcher === null ? searcher.init(context) : request.searcher.state;
  for (const trial of request.tell) state = searcher.tell(state, context, trial);
  if (request.count === 0) return { searcher: { version, state }, result: { kind: 'wait' }, checks: [] };

  const rng = createRng(spec.seed).fork('search').fork(request.nextNumber);
  const asked = searcher.ask(state, { ...context, rng, pending: request.pending, count: request.count });
  if (asked.result.kind !== 'suggest') return { searcher: { version, state }, result: asked.result, checks: [] };
  const checks = asked.result.suggestions.map(({ params }) => {
    refuseForeignPoint(searcher.name, context, params);
    const metrics = staticMetrics(params);
    return { staticMetrics: metrics, violation: violationOf(metrics, spec.constraints) };
  });
  return { searcher: { version, state: asked.state }, result: asked.result, checks };
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
