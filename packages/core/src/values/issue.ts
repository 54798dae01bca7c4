import type { Json } from './json.js';

/** One thing that is wrong with an input: where, what, and what would be right. */
export interface Issue {
  /** Path in the input, e.g. `['space', 'hp', 'lr', 'low']`. Empty for the input as a whole. */
  readonly path: readonly (string | number)[];
  /** Stable, machine-readable: `unknown-searcher`, `bad-range`, … */
  readonly code: string;
  /** What is wrong and what would be right, as a sentence for a person. */
  readonly message: string;
}

/** Puts `prefix` in front of every issue's path. */
export function prefixIssues(prefix: Issue['path'], issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...prefix, ...issue.path] }));
}

/** `space.hp.lr.low`, `objectives[0].metric`, or `the specification` for an empty path. */
export function formatPath(path: Issue['path']): string {
  if (path.length === 0) return 'the specification';
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('');
}

/** The names nearest to a misspelt one first, for "did you mean". At most `limit`; empty when none is near. */
export function nearestNames(name: string, known: readonly string[], limit = 1): string[] {
  return known
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** `unknown searcher "tpee"; did you mean "tpe"? Known: evolution, random, tpe`. */
export function unknownName(kind: string, name: Json, known: readonly string[]): string {
  const near = typeof name === 'string' ? nearestNames(name, known)[0] : undefined;
  const hint = near === undefined ? '.' : `; did you mean "${near}"?`;
  return `unknown ${kind} ${JSON.stringify(name)}${hint} Known: ${[...known].sort().join(', ')}`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, substitution));
    }
    row = next;
  }
  return row[b.length] as number;
}
