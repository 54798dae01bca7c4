import type { Comparison } from './compare.js';
import type { ContestantReport, ProblemReport } from './evaluate.js';
import type { Reference } from './problems/problem.js';
import type { Summary } from './statistics/summarize.js';

/** Lines for a person: for each problem a table of budgets, ours above what others reached, and how they compare. */
export function reportLines(report: ProblemReport): string[] {
  const { name, measures, better, budgets, unit, contestants, references, optimum } = report;
  const best = optimum === undefined ? '' : `; the best of all has ${short(optimum)}`;
  const rows = [
    [unit, ...budgets.map(String), 'rank', 's'],
    ...contestants.map((contestant) => contestantRow(report, contestant)),
    ...references.map((reference) => referenceRow(reference, budgets)).filter((row) => row !== undefined),
  ];
  return [
    '',
    `${name}: ${measures}${best} (${better} is better${report.summary === 'median' ? '; medians' : ', ± half of the 95 % interval'})`,
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

/** One line for each reference, with numbers where it makes a difference. */
function comparisonLines({ contestant, comparisons }: ContestantReport): string[] {
  const references = [...new Set(comparisons.map(({ reference }) => reference))];
  return references.map((name) => {
    const own = comparisons.filter(({ reference }) => reference === name);
    const verdicts = (['better', 'equal', 'worse'] as const).flatMap((verdict) => {
      const there = own.filter((comparison) => comparison.verdict === verdict);
      return there.length === 0 ? [] : [`${verdict} at ${there.map(atBudget).join(', ')}`];
    });
    return `${contestant} against ${name}: ${verdicts.join('; ')}`;
  });
}

function atBudget({ budget, difference, interval, ours, theirs, verdict }: Comparison): string {
  if (interval === null) return `${budget} (${short(ours / theirs, 3)} times)`;
  if (verdict === 'equal') return String(budget);
  return `${budget} (${short(difference, 3)} [${short(interval[0], 3)}, ${short(interval[1], 3)}])`;
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
