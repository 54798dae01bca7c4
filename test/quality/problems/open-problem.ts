import { nearestNames } from '@cambium/core';
import { functionProblems } from './functions.js';
import { hpoTables } from './hpo-tables.js';
import { lcbench } from './lcbench.js';
import { mnasnetProblems } from './mnasnet.js';
import { nasBench201 } from './nas-bench-201.js';
import { paretoProblems } from './pareto.js';
import type { Problem, ProblemFamily } from './problem.js';

const families: readonly ProblemFamily[] = [
  nasBench201,
  hpoTables,
  lcbench,
  paretoProblems,
  mnasnetProblems,
  functionProblems,
];

/** Those that can be opened with this data. */
export function problemNames(dataDir: string): readonly string[] {
  return families.flatMap((family) => family.names(dataDir));
}

/** Names that a pattern with `*` stands for; a name without one stands for itself. */
export function matchProblems(pattern: string, dataDir: string): readonly string[] {
  if (!pattern.includes('*')) return [pattern];
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const matches = new RegExp(`^${parts.join('.*')}$`);
  return problemNames(dataDir).filter((name) => matches.test(name));
}

/** @throws Error for an unknown name, and MissingData. */
export async function openProblem(name: string, dataDir: string): Promise<Problem> {
  for (const family of families) {
    const problem = family.open(name, dataDir);
    if (problem !== undefined) return problem;
  }
  const [near] = nearestNames(name, problemNames(dataDir));
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  throw new Error(`there is no problem "${name}"${hint} --problems '*' names all`);
}
