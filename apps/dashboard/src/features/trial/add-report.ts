import type { ReportInfo } from './trial-types.js';

/** Adds a report in the order of steps. A second attempt starts over: what an earlier one reported from there is dropped. */
export function addReport(reports: readonly ReportInfo[], report: ReportInfo): readonly ReportInfo[] {
  return [...reports.filter((each) => each.step < report.step), report];
}
