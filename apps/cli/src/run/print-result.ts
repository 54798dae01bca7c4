import type { RunResult } from './run-result.js';

/** The result for a person. */
export function printResult(result: RunResult, metric: string): string {
  const { counts } = result;
  const seconds = (result.wallMs / 1000).toFixed(1);
  const lines = [
    `${result.state} after ${seconds} s: ${counts.complete} complete, ${counts.pruned} pruned, ${counts.failed} failed, ${counts.infeasible} infeasible`,
  ];
  for (const best of result.best) {
    lines.push(`best: trial ${best.number}, ${metric} ${best.values?.[0]?.toPrecision(5) ?? '–'}`);
    lines.push(...Object.entries(best.params).map(([name, value]) => `  ${name} = ${String(value)}`));
  }
  for (const trial of result.trials.filter(({ mode }) => mode === 'final')) {
    const tested = Object.entries(trial.metrics).filter(([name]) => name.startsWith('test_'));
    const metrics = tested.map(([name, value]) => `${name} ${value?.toPrecision(4) ?? 'not finite'}`);
    lines.push(`retrained: ${trial.state}, ${metrics.join(', ')}`);
  }
  return lines.join('\n');
}
