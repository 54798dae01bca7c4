import {
  type Constraint,
  createRng,
  type FinishedTrial,
  type Json,
  type Metrics,
  type Objective,
  type Params,
  type PendingTrial,
  type PrunerDefinition,
  pendingFrom,
  type SearcherDefinition,
  type Space,
} from '@cambium/core';
import { driveSearch, type SearchDriver } from './search-driver.js';

/** What is searched, with known answers. */
export interface SimulatedProblem {
  readonly space: Space;
  readonly objectives: readonly Objective[];
  readonly constraints?: readonly Constraint[];
  /** Steps of a trial that nobody ends early. */
  readonly maxStep: number;
  /** What a trial has measured after so many steps. */
  measure(params: Params, step: number): Metrics;
  /** What is known before any of them; needed where a pruner judges by that. */
  untrained?(params: Params): Metrics;
}

export interface Simulation {
  readonly problem: SimulatedProblem;
  readonly searcher: SearcherDefinition;
  /** As a person writes them. */
  readonly options?: unknown;
  readonly pruner?: { readonly definition: PrunerDefinition; readonly options?: unknown };
  readonly seed: number;
  /** Trials that run at one time. */
  readonly parallel?: number;
  readonly maxTrials: number;
}

/** One step of one trial. */
export interface SimulatedStep {
  readonly trial: PendingTrial;
  /** 0: judged before the training, which takes no time. */
  readonly step: number;
  readonly metrics: Metrics;
  /** One per objective, NaN where it was not measured. */
  readonly values: readonly number[];
  /** Whether the trial ended with this step, complete or pruned. */
  readonly ended: boolean;
}

interface RunningTrial {
  readonly trial: PendingTrial;
  /** The step that comes next, and the last one. */
  next: number;
  readonly last: number;
  /** When the next step ends; every step takes as long. */
  at: number;
}

/**
 * A search as the ledger and runners would do it: asks one by one until `parallel` trials run, shows reports to the pruner,
 * tells ends, and lets a trial go on from another that its fidelity had ended. It goes on as long as its steps are taken.
 * @throws Error when options are refused, or the searcher waits for nobody.
 */
export function* simulateSearch(simulation: Simulation): Generator<SimulatedStep, void> {
  const { problem, parallel = 1, seed, maxTrials } = simulation;
  const driver = driveSearch({
    ...simulation,
    ...problem,
    budget: { maxTrials, maxParallel: parallel },
    store: (state) => state,
  });
  const { prune, judges } = prunerOf(simulation);
  const running: RunningTrial[] = [];
  let asked = 0;
  let exhausted = false;
  let now = 0;
  const topUp = () => {
    while (!exhausted && asked < maxTrials && running.length < parallel) {
      const pending = running.map(({ trial }) => trial).sort((a, b) => a.number - b.number);
      const rng = createRng(seed).fork('search').fork(asked);
      const result = driver.ask({ rng, count: 1, pending, nextNumber: asked });
      exhausted = result.kind === 'exhausted';
      if (result.kind !== 'suggest') break;
      const [suggestion] = result.suggestions;
      const { fidelity, mode, resumeFrom } = suggestion;
      const trial = pendingFrom(asked, suggestion);
      const last = Math.max(1, Math.min(problem.maxStep, Math.round(fidelity ?? problem.maxStep)));
      const isJudged = judges && mode === undefined && resumeFrom === undefined;
      const next = isJudged ? 0 : firstStep(driver, { parent: resumeFrom, last, problem });
      running.push({ trial, next, last, at: isJudged ? now : now + 1 });
      asked += 1;
    }
    if (running.length === 0 && !exhausted && asked < maxTrials) {
      throw new Error(`${simulation.searcher.name} waits although nothing is pending`);
    }
  };

  for (topUp(); running.length > 0; topUp()) {
    const current = running.reduce((first, other) => (other.at < first.at ? other : first));
    const { trial, next: step, last } = current;
    now = current.at;
    const metrics = step === 0 ? (problem.untrained?.(trial.params) ?? {}) : problem.measure(trial.params, step);
    const values = problem.objectives.map(({ metric }) => metrics[metric] ?? Number.NaN);
    const stopped = prune(trial, { step, metrics, values }) === 'stop';
    const ended = stopped || step >= last;
    if (ended) {
      running.splice(running.indexOf(current), 1);
      driver.tell(endOf(trial, { stopped, step, metrics, values, constraints: problem.constraints ?? [] }));
    } else {
      current.next += 1;
      current.at += 1;
    }
    yield { trial, step, metrics, values, ended };
  }
}

/** A trial that ran to the end of its fidelity has left a checkpoint; any other has not, and its successor begins anew. */
function firstStep(
  { history }: SearchDriver,
  { parent, last, problem }: { parent: number | undefined; last: number; problem: SimulatedProblem },
): number {
  const before = parent === undefined ? undefined : history.trials.find(({ number }) => number === parent);
  const reached = before?.state === 'complete' && before.lastStep < problem.maxStep ? before.lastStep : 0;
  return reached < last ? reached + 1 : 1;
}

interface BoundPruner {
  /** Whether it judges trials before their training. */
  readonly judges: boolean;
  prune(trial: PendingTrial, report: Pick<SimulatedStep, 'step' | 'metrics' | 'values'>): 'continue' | 'stop';
}

function prunerOf({ pruner, problem, seed }: Simulation): BoundPruner {
  if (pruner === undefined) return { judges: false, prune: () => 'continue' };
  const { definition } = pruner;
  const parsed = definition.options.safeParse(pruner.options ?? {});
  if (!parsed.success) throw new Error(`${definition.name} refuses ${JSON.stringify(pruner.options)}`);
  const untrained = definition.untrainedMetric?.(parsed.data);
  const rng = createRng(seed).fork('pruner');
  const context = { options: parsed.data, objectives: problem.objectives, maxStep: problem.maxStep };
  let state: Json = definition.init({ ...context, rng });
  return {
    judges: untrained !== undefined,
    prune({ number, mode }, { step, metrics, values }) {
      if (mode !== undefined) return 'continue';
      const forked = rng.fork(number).fork(step);
      const judged = untrained === undefined ? values : [metrics[untrained] ?? Number.NaN];
      const answer = definition.report(state, { ...context, rng: forked }, { trial: number, step, values: judged });
      state = answer.state;
      return answer.decision;
    },
  };
}

function endOf(
  trial: PendingTrial,
  {
    stopped,
    step,
    metrics,
    values,
    constraints,
  }: {
    stopped: boolean;
    step: number;
    metrics: Metrics;
    values: readonly number[];
    constraints: readonly Constraint[];
  },
): FinishedTrial {
  const excess = constraints.map(({ metric, min = -Infinity, max = Infinity }) => {
    const value = metrics[metric] ?? 0;
    return Math.max(0, min - value, value - max);
  });
  return {
    ...trial,
    state: stopped ? 'pruned' : 'complete',
    ...(values.some(Number.isNaN) ? {} : { values }),
    metrics,
    lastStep: step,
    violation: excess.reduce((sum, amount) => sum + amount, 0),
  };
}
