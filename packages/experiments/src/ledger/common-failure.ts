import { isEnded, type Trial } from '@cambium/core';

/** Why a search without any complete trial failed: the most common failure, with an example. */
export function commonFailure(trials: readonly Trial[]): string {
  const ended = trials.filter(isEnded).filter((trial) => trial.state !== 'infeasible');
  if (ended.length === 0) return 'the searcher had nothing to suggest: every point of the space breaks the constraints';
  const failures = ended.map(({ failure }) => failure).filter((failure) => failure !== null);
  const counts = new Map<string, number>();
  for (const { code } of failures) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [code, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [undefined, 0];
  const none = `none of ${ended.length} trials completed`;
  const example = failures.find((failure) => failure.code === code);
  if (example === undefined) return `${none}: all were pruned or cancelled; a pruner that waits longer may help`;
  return `${none}; the most common failure (${count} of ${ended.length}) is ${example.code}: ${example.message}`;
}
