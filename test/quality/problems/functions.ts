import path from 'node:path';
import { functionSettings, functions, namedMeasurement, openBenchmark } from '@cambium/tasks/benchmarks';
import { bestOf, mapped, type Problem, type ProblemFamily, type Progress, type Reference } from './problem.js';
import { readJson } from './read-json.js';
import { ownSpace } from './table-problem.js';

const target = 1e-8;

/**
 * Functions of one objective. `bbob-f1` and others of the task `function`, `-d5` for another dimension than 10: the best
 * distance from the optimum. `evals-…` the same, scored by the evaluations until that is 1e-8.
 */
export const functionProblems: ProblemFamily = {
  names: () => single().flatMap((name) => [name, `evals-${name}`]),
  open(name, dataDir) {
    const [, evals, short = '', dimension] = /^(evals-)?(.+?)(?:-d(\d+))?$/.exec(name) ?? [];
    if (!single().includes(short)) return undefined;
    const settings = { function: short, ...(dimension === undefined ? {} : { dimension: Number(dimension) }) };
    return openFunction(name, { settings, toTarget: evals !== undefined, dataDir });
  },
};

function single(): string[] {
  return functions.names.filter((name) => functions.get(name).objectives.max === 1 && !functions.get(name).constraints);
}

async function openFunction(
  name: string,
  { settings, toTarget, dataDir }: { settings: { function: string }; toTarget: boolean; dataDir: string },
): Promise<Problem> {
  const parsed = functionSettings.safeParse(settings);
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('; '));
  const benchmark = openBenchmark(parsed.data);
  const lowest = benchmark.bounds[0] as number;
  const distance = () => mapped(bestOf('value', 'minimize'), (value) => value - lowest);
  return {
    name,
    measures: toTarget ? `evaluations until the distance from the optimum is ${target}` : 'distance from the optimum',
    better: 'lower',
    unit: 'trials',
    budgets: toTarget ? [10_000] : [50, 100, 200, 500, 1000],
    summary: 'median',
    space: await ownSpace('function', settings),
    objectives: [{ metric: 'value', direction: 'minimize' }],
    maxStep: 1,
    measure: (params) => namedMeasurement(benchmark.measure(params, 1, [])),
    start: () => (toTarget ? evaluationsTo(distance()) : distance()),
    references: toTarget ? cmaReferences(settings.function, dataDir) : [],
  };
}

/** Infinite until the target is reached. */
function evaluationsTo(progress: Progress): Progress {
  let evaluations = 0;
  let needed = Number.POSITIVE_INFINITY;
  return {
    add(step) {
      evaluations += 1;
      if (needed !== Number.POSITIVE_INFINITY) return;
      progress.add(step);
      if (progress.score() <= target) needed = evaluations;
    },
    score: () => needed,
  };
}

const cmaNames: Readonly<Record<string, string>> = {
  sphere: 'sphere',
  ellipsoid: 'elli1e6',
  cigar: 'cigar1e6',
  tablet: 'tablet1e6',
  rosenbrock: 'rosen',
};

/** The median of 11 runs of cma 4.5 in ten dimensions, from the origin with σ = 0.5. */
function cmaReferences(name: string, dataDir: string): Reference[] {
  const key = cmaNames[name];
  if (key === undefined) return [];
  const median = readJson<Readonly<Record<string, readonly number[]>>>(path.join(dataDir, 'cma_ref.json'))[key]?.[0];
  if (median === undefined) return [];
  return [{ label: 'cma 4.5', measures: 'cma-es', runs: 11, reached: { 10_000: { mean: median } } }];
}
