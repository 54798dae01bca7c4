import {
  CambiumError,
  type Metrics,
  type Params,
  type SearchContext,
  type SearcherDefinition,
  type SearchProblem,
} from '@cambium/core';
import { screenFirst } from '@cambium/search';
import { compileSpace, constrainSpace } from '@cambium/spaces';
import type { Registries } from '../registries.js';
import { violationOf } from '../scoring/violation.js';
import { parseWith } from '../spec/schema-issues.js';

/** A problem with everything looked up. */
export interface CompiledProblem {
  readonly searcher: SearcherDefinition;
  /** Its budget is the problem's at the time of the call, not the specification's. */
  readonly context: Omit<SearchContext<unknown>, 'budget' | 'maxStep'>;
  staticMetrics(params: Params): Metrics;
}

/** @throws CambiumError `give-up` when the specification does not fit the registries (any more). */
export function compileProblem({ spec, context }: SearchProblem, registries: Registries): CompiledProblem {
  const searcher = registries.searchers.get(spec.searcher.name);
  const task = registries.tasks.get(spec.task.name);
  const settings = parsed(`settings of task ${task.name}`, parseWith(task.settings, spec.task.settings));
  const options = parsed(`options of searcher ${searcher.name}`, parseWith(searcher.options, spec.searcher.options));
  const compiled = compileSpace(spec.space);
  if (compiled.kind === 'refused') {
    throw new CambiumError('give-up', 'the space is not valid any more', { issues: compiled.issues });
  }
  const { space } = compiled;
  const staticMetrics = (params: Params) => task.staticMetrics(space.decode(params, context), settings, context);
  const searched =
    spec.constraints.length === 0
      ? space
      : constrainSpace(space, (params) => violationOf(staticMetrics(params), spec.constraints) === 0);
  const screening = spec.warmStart?.screening;
  return {
    searcher: screening === undefined ? searcher : screenFirst(searcher, screening),
    context: { space: searched, objectives: spec.objectives, constraints: spec.constraints, options },
    staticMetrics,
  };
}

function parsed<T>(what: string, result: ReturnType<typeof parseWith<T>>): T {
  if (result.kind === 'parsed') return result.data;
  throw new CambiumError('give-up', `the ${what} are not valid any more`, { issues: result.issues });
}
