import { changesByBranch } from '@cambium/core';
import type { RankCorrelation } from '@cambium/search';
import type { RunResult } from './run-result.js';

/** Members of a Pareto front that are listed; more are counted. */
const listed = 20;
/** Of what the winner is built on, the newest. */
const shownSteps = 8;

/** The result for a person. `objectives`: names of their metrics, in order. */
export function printResult(result: RunResult, objectives: readonly string[]): string {
  const { counts } = result;
  const seconds = (result.wallMs / 1000).toFixed(1);
  const lines = [
    `${result.state} after ${seconds} s, ${result.deviceSeconds.toFixed(1)} device seconds: ${counts.complete} complete, ${counts.pruned} pruned, ${counts.failed} failed, ${counts.infeasible} infeasible`,
  ];
  if (objectives.length > 1) lines.push(...frontLines(result, objectives));
  for (const best of objectives.length > 1 ? [] : result.best) {
    lines.push(`best: trial ${best.number}, ${objectives[0] ?? ''} ${valueText(best.values?.[0])}`);
    lines.push(
      ...Object.entries(best.params).map(([name, value]) => `  ${name} = ${String(value)}`),
      ...lineageLines(result),
    );
  }
  if (result.sharedWeights !== undefined) lines.push(correlationLine(result.sharedWeights));
  for (const trial of result.trials.filter(({ mode }) => mode === 'final')) {
    const tested = Object.entries(trial.metrics).filter(([name]) => name.startsWith('test_'));
    const metrics = tested.map(([name, value]) => `${name} ${value?.toPrecision(4) ?? 'not finite'}`);
    lines.push(`retrained: ${trial.state}, ${metrics.join(', ')}`);
  }
  return lines.join('\n');
}

/** Which trials led to the winner, and what each of them changed; nothing where it was built on none. */
function lineageLines({ lineage }: RunResult): string[] {
  if (lineage.length < 2) return [];
  const lines = lineage.map(({ number, stage, changed, values }, index) => {
    const made = [stage, index === 0 ? null : changesByBranch(changed)].filter((part) => part !== null).join(', ');
    return `  #${number} ${[made, valueText(values?.[0])].filter((part) => part !== '').join(': ')}`;
  });
  const earlier = lines.length - shownSteps;
  return ['built on:', ...(earlier > 0 ? [`  ${earlier} earlier`] : []), ...lines.slice(-shownSteps)];
}

function correlationLine({ networks, tau, interval, reliable }: RankCorrelation): string {
  const [low, high] = interval.map((end) => end.toFixed(2));
  return `shared weights rank the ${networks} networks that were trained from scratch with Kendall's τ ${tau.toFixed(2)}, 95 % interval ${low} to ${high}${reliable ? '' : ', not to be relied on for so few'}`;
}

/** The front as a table, best by the first objective first. */
function frontLines({ best }: RunResult, objectives: readonly string[]): string[] {
  const rows = best
    .slice(0, listed)
    .map(({ number, values }) => [`#${number}`, ...objectives.map((_, i) => valueText(values?.[i]))]);
  const table = [['trial', ...objectives], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return [
    `Pareto front: ${best.length} ${best.length === 1 ? 'trial' : 'trials'}`,
    ...table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
    ...(best.length > listed ? [`  and ${best.length - listed} more`] : []),
  ];
}

function valueText(value: number | undefined): string {
  return value === undefined ? '–' : String(Number(value.toPrecision(5)));
}
