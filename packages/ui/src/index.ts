'use client';

export { ArchitectureDiff, type ArchitectureDiffProps } from './architecture/architecture-diff.js';
export { ArchitectureGraph, type ArchitectureGraphProps } from './architecture/architecture-graph.js';
export type { GraphCost, GraphDiff, GraphNode } from './architecture/graph-types.js';
export { baselineColor, baselineLabel } from './charts/baseline-looks.js';
export {
  axisTitle,
  type ChartAxis,
  type ChartSample,
  type ChartSeries,
  lineColor,
  type PlotRange,
} from './charts/chart-series.js';
export { HistoryChart, type HistoryChartProps } from './charts/history-chart.js';
export type { BaselineValue, HistoryColumns } from './charts/history-series.js';
export { LineChart, type LineChartProps } from './charts/line-chart.js';
export { type ParetoAxis, ParetoChart, type ParetoChartProps } from './charts/pareto-chart.js';
export type { Better, ParetoColumns } from './charts/pareto-series.js';
export { ScatterChart, type ScatterChartProps } from './charts/scatter-chart.js';
export { SmallMultiples, type SmallMultiplesProps, type SmallPlot } from './charts/small-multiples.js';
export { type DescribedOption, DescribedSelect, type DescribedSelectProps } from './choices/described-select.js';
export { issuesUnder, issueText } from './schema-form/field-issues.js';
export type { SchemaFormProps } from './schema-form/field-props.js';
export { JsonField } from './schema-form/json-field.js';
export type { JsonSchema } from './schema-form/json-schema.js';
export { NumberField } from './schema-form/number-field.js';
export { SchemaForm } from './schema-form/schema-form.js';
export { type TextForm, useDraft } from './schema-form/use-draft.js';
export { stepText } from './table/step-text.js';
export { frontMark, ledgerMode, trialKindName } from './table/trial-mode.js';
export { sameField, type TrialOrder, type TrialRowData } from './table/trial-row.js';
export { TrialTable, type TrialTableProps } from './table/trial-table.js';
export { CopyButton } from './values/copy-button.js';
export { EmptyState, type EmptyStateProps } from './values/empty-state.js';
export { ErrorList, type FieldIssue, issuePath } from './values/error-list.js';
export { type Fact, Facts } from './values/facts.js';
export {
  formatBytes,
  formatCount,
  formatDuration,
  formatMetric,
  formatParam,
  formatShape,
} from './values/format-number.js';
export { type ImagePair, ImagePairs } from './values/image-pairs.js';
export { type ImportanceBar, ImportanceBars, type ImportanceBarsProps } from './values/importance-bars.js';
export { JsonView, type JsonViewProps } from './values/json-view.js';
export { ParamsTable } from './values/params-table.js';
export { PolicyPhases, type PolicyPhasesProps } from './values/policy-phases.js';
export { formatAge, RelativeTime } from './values/relative-time.js';
export { ScrollRegion } from './values/scroll-region.js';
export { type AnyState, StateBadge, stateColor } from './values/state-badge.js';
export { endedTrials, TrialProgress } from './values/trial-progress.js';
