'use client';

import { EmptyState, LineChart, lineColor } from '@cambium/ui';
import { Select } from '@mantine/core';
import { type ReactElement, useMemo, useState } from 'react';
import { numberRecord } from '../../lib/json-record.js';
import { isCurve } from '../experiment/is-curve.js';
import type { ReportInfo, TrialExperiment } from './trial-types.js';

export interface ReportCurvesProps {
  readonly reports: readonly ReportInfo[];
  readonly metrics: TrialExperiment['metrics'];
  readonly preferred: string | null;
}

/** The reports of a trial, one unit at a time: metrics of different units don't share an axis. */
export function ReportCurves({ reports, metrics, preferred }: ReportCurvesProps): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const measured = useMemo(() => {
    const named = new Set(reports.flatMap((report) => Object.keys(numberRecord(report.metrics))));
    return metrics.filter((each) => isCurve(each) && named.has(each.name));
  }, [metrics, reports]);
  const metric = measured.find(({ name }) => name === (chosen ?? preferred)) ?? measured[0];
  const series = useMemo(() => {
    if (!metric) return [];
    const same = measured.filter((each) => sharesAxis(each, metric));
    return same.map((each, i) => ({
      id: each.name,
      label: each.name,
      x: reports.map((report) => report.step),
      y: reports.map((report) => numberRecord(report.metrics)[each.name] ?? null),
      mark: 'line' as const,
      color: lineColor(i),
    }));
  }, [metric, measured, reports]);
  return (
    <LineChart
      title="Reports"
      x={{ label: 'Step' }}
      y={{ label: series.map((each) => each.label).join(', ') || 'value', unit: metric?.unit ?? '' }}
      series={series}
      tools={
        metric && (
          <Select
            aria-label="Metric of the reports"
            size="xs"
            w={150}
            allowDeselect={false}
            data={measured.map((each) => each.name)}
            value={metric.name}
            onChange={setChosen}
          />
        )
      }
      empty={
        <EmptyState title="No report yet" compact order={4}>
          Reports appear while the trial runs.
        </EmptyState>
      }
    />
  );
}

/** Two metrics that are read on one scale: same unit, same direction. */
function sharesAxis(a: { unit: string; direction: string }, b: { unit: string; direction: string }): boolean {
  return a.unit === b.unit && a.direction === b.direction;
}
