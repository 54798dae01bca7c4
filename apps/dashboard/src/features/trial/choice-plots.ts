import { choiceMetric, type ParamValue } from '@cambium/core';
import { lineColor, type SmallPlot } from '@cambium/ui';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import type { ReportInfo, TrialExperiment } from './trial-types.js';

interface Choice {
  readonly title: string;
  readonly branch: string;
  readonly param: string;
  readonly values: readonly ParamValue[];
}

export interface ChoicePlotsOptions {
  /** Reported once for each value of each choice. */
  readonly metric: string;
  readonly parameters: readonly Pick<TrialExperiment['parameters'][number], 'name' | 'branch' | 'domain'>[];
}

/** One plot for each choice that the reports have, a line for each of its values; before them the mean of several. */
export function choicePlots(
  reports: readonly ReportInfo[],
  { metric, parameters }: ChoicePlotsOptions,
): readonly SmallPlot[] {
  const rows = reports.map((report) => numberRecord(report.metrics));
  const named = new Set(rows.flatMap((row) => Object.keys(row)));
  const choices = parameters.flatMap(({ name, branch, domain }): Choice[] => {
    const { choices: given } = jsonRecord(domain);
    const values = (Array.isArray(given) ? (given as ParamValue[]) : []).filter((value) =>
      named.has(choiceMetric(metric, name, value)),
    );
    const title = name.startsWith(`${branch}.`) ? name.slice(branch.length + 1) : name;
    return values.length === 0 ? [] : [{ title, branch, param: name, values }];
  });
  const options = [...new Set(choices.flatMap(({ values }) => values))];
  const plot = (title: string, of: readonly Choice[]): SmallPlot => ({
    title,
    series: options.flatMap((value, i) => {
      const having = of.filter(({ values }) => values.includes(value));
      if (having.length === 0) return [];
      const names = having.map(({ param }) => choiceMetric(metric, param, value));
      return {
        id: String(value),
        label: String(value),
        x: reports.map(({ step }) => step),
        y: rows.map((row) => meanOf(names.map((name) => row[name]))),
        mark: 'line' as const,
        color: lineColor(i),
      };
    }),
  });
  // One that is reported alone is all that its branch chooses, or stands for it.
  if (choices.length === 1) return choices.map((choice) => plot(choice.branch, [choice]));
  const each = choices.map((choice) => plot(choice.title, [choice]));
  return choices.length > 0 ? [plot(`Mean of all ${choices.length}`, choices), ...each] : [];
}

/** Null where any of them is missing. */
function meanOf(values: readonly (number | null | undefined)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (typeof value !== 'number') return null;
    sum += value;
  }
  return sum / values.length;
}
