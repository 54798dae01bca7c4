import { Anchor } from '@mantine/core';
import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import { formatDuration, formatMetric, formatParam } from '../values/format-number.js';
import { StateBadge } from '../values/state-badge.js';
import { stepText } from './step-text.js';
import { frontMark, ledgerMode } from './trial-mode.js';
import type { TrialOrder, TrialRowData } from './trial-row.js';

export const trialFeatures = tableFeatures({ columnVisibilityFeature });
const column = createColumnHelper<typeof trialFeatures, TrialRowData>();

export interface TrialColumnOptions {
  /** One per value of a trial, in order. */
  readonly objectives: readonly { readonly metric: string; readonly direction: string }[];
  /** Metrics beside the objectives. */
  readonly metrics: readonly string[];
  readonly params: readonly string[];
  readonly maxStep: number;
  readonly trialHref: (number: number) => string;
}

/** What the table knows of a column beside its cell. */
export interface ColumnFacts {
  readonly title: string;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly sort: Pick<TrialOrder, 'field' | 'key'> | null;
  readonly numeric: boolean;
}

export interface TrialColumns {
  readonly columns: ReturnType<typeof column.columns>;
  readonly facts: ReadonlyMap<string, ColumnFacts>;
}

/** Columns of the trials table: fixed ones, one per objective, metric and parameter. */
export function trialColumns(options: TrialColumnOptions): TrialColumns {
  const facts = new Map<string, ColumnFacts>();
  const add = (id: string, fact: ColumnFacts) => {
    facts.set(id, fact);
    return { id, header: fact.title };
  };
  const columns = column.columns([
    column.display({
      ...add('number', { title: 'Trial', width: 72, sort: { field: 'number' }, numeric: true }),
      cell: ({ row }) => (
        <TrialLink
          row={row.original}
          href={options.trialHref(row.original.number)}
          isOnFront={row.original.onFront && options.objectives.length > 1}
        />
      ),
    }),
    column.display({
      ...add('state', { title: 'State', width: 112, sort: { field: 'state' }, numeric: false }),
      cell: ({ row }) => <StateBadge state={row.original.state} />,
    }),
    ...options.objectives.map(({ metric }, i) =>
      column.display({
        ...add(`value:${metric}`, {
          title: metric,
          width: 124,
          sort: i === 0 ? { field: 'value' } : { field: 'metric', key: metric },
          numeric: true,
        }),
        cell: ({ row }) => formatMetric(row.original.values?.[i] ?? row.original.metrics[metric]),
      }),
    ),
    column.display({
      ...add('step', { title: 'Step', width: 96, sort: null, numeric: true }),
      cell: ({ row }) => <StepCell row={row.original} maxStep={options.maxStep} />,
    }),
    column.display({
      ...add('duration', { title: 'Duration', width: 104, sort: { field: 'duration' }, numeric: true }),
      cell: ({ row }) => formatDuration(row.original.durationMs),
    }),
    ...options.metrics.map((name) =>
      column.display({
        ...add(`metric:${name}`, { title: name, width: 118, sort: { field: 'metric', key: name }, numeric: true }),
        cell: ({ row }) => formatMetric(row.original.metrics[name]),
      }),
    ),
    ...options.params.map((name) =>
      column.display({
        ...add(`param:${name}`, { title: name, width: 128, sort: { field: 'param', key: name }, numeric: false }),
        cell: ({ row }) => (
          <span title={formatParam(row.original.params[name])}>{formatParam(row.original.params[name])}</span>
        ),
      }),
    ),
  ]);
  return { columns, facts };
}

function StepCell({ row, maxStep }: { readonly row: TrialRowData; readonly maxStep: number }): ReactElement {
  const { parent, resumeStep } = row;
  return (
    <span title={resumeStep === null ? undefined : `goes on from #${parent} after step ${resumeStep}`}>
      {resumeStep === null ? '' : '↪ '}
      {stepText(row, maxStep)}
    </span>
  );
}

interface TrialLinkProps {
  readonly row: TrialRowData;
  readonly href: string;
  /** With one objective the front is the best trial alone and needs no mark. */
  readonly isOnFront: boolean;
}

function TrialLink({ row, href, isOnFront }: TrialLinkProps): ReactElement {
  const own = ledgerMode(row.mode) ?? (isOnFront ? frontMark : null);
  return (
    <Anchor
      href={href}
      fz="inherit"
      fw={600}
      tabIndex={-1}
      aria-label={`Open trial ${row.number}${isOnFront ? `, ${frontMark.meaning}` : ''}`}
      title={own?.meaning}
    >
      #{row.number}
      {own?.mark}
    </Anchor>
  );
}
