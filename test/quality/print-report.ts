import type { ContestantReport, ProblemReport } from './evaluate.js';
import type { Reference } from './problems/problem.js';
import type { Summary } from './statistics/summarize.js';

/** Lines for a person: for each problem a table of budgets, ours above what others reached, and how they compare. */
export function reportLines(report: ProblemReport): string[] {
  const { name, measures, better, budgets, unit, contestants, references } = report;
  const rows = [
    [unit, ...budgets.map(String), 'rank', 's'],
    ...contestants.map((contestant) => contestantRow(report, contestant)),
    ...references.map((reference) => referenceRow(reference, budgets)).filter((row) => row !== undefined),
  ];
  return [
    '',
    `${name}: ${measures} (${better} is better${report.summary === 'median' ? '; medians' : ', ± half of the 95 % interval'})`,
    ...columns(rows),
    ...contestants.flatMap((contestant) => [...testLines(report, contestant), ...comparisonLines(contestant)]),
  ];
}

function contestantRow({ budgets, summary }: ProblemReport, { contestant, reached, rank, seconds }: ContestantReport) {
  const cells = budgets.map((budget) => {
    const value = reached[budget] as Summary;
    if (summary === 'median') return short(value.median);
    return `${short(value.mean)} ±${short((value.interval[1] - value.interval[0]) / 2, 2)}`;
  });
  return [contestant, ...cells, rank.toFixed(2), seconds.toFixed(2)];
}

function referenceRow({ label, reached }: Reference, budgets: readonly number[]): string[] | undefined {
  if (budgets.every((budget) => reached[budget] === undefined)) return undefined;
  return [`  ${label}`, ...budgets.map((budget) => (reached[budget] ? short(reached[budget].mean) : '·')), '', ''];
}

function testLines({ budgets, contestants }: ProblemReport, { contestant, p }: ContestantReport): string[] {
  if (p === undefined) return [];
  const values = budgets.map((budget) => `${budget}: ${short(p[budget] as number, 2)}`).join(', ');
  return [`${contestant} against ${contestants[0]?.contestant}, p of the paired test at ${values}`];
}

function comparisonLines({ contestant, comparisons }: ContestantReport): string[] {
  return comparisons.map(({ reference, budget, difference, interval, ours, theirs, verdict }) => {
    const within = interval === null ? '' : ` [${short(interval[0])}, ${short(interval[1])}]`;
    const ratio = interval === null ? `, ${short(ours / theirs, 3)} times` : '';
    return `${contestant} is ${verdict} than ${reference} at ${budget}: ${short(difference)}${within}${ratio}`.replace(
      'equal than',
      'equal to',
    );
  });
}

function short(value: number, digits = 4): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(digits))) : String(value);
}

/** The first column to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
      .join('  ')
      .trimEnd(),
  );
}
