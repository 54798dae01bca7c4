'use client';

import { useSuspenseQuery } from '@apollo/client/react';
import { LearningCurvesDocument } from '@cambium/graphql';
import { type ChartSeries, EmptyState, LineChart, lineColor } from '@cambium/ui';
import { Select, Skeleton } from '@mantine/core';
import { type ReactElement, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { EventHub } from './event-hub.js';
import { type Curve, curveLimit, extendCurves } from './extend-curves.js';
import type { ExperimentSnapshot } from './page-types.js';

export interface CurvesPanelProps {
  readonly snapshot: ExperimentSnapshot;
  readonly hub: EventHub;
  readonly metric: string | null;
  readonly onMetric: (metric: string) => void;
  readonly selected: readonly number[];
  readonly onSelect: (trialNumber: number) => void;
}

/** How trials learn: one metric by step, the selected trials in front. */
export function CurvesPanel(props: CurvesPanelProps): ReactElement {
  const { snapshot, metric, onMetric } = props;
  const reported = snapshot.metrics.filter((each) => each.when === 'report').map((each) => each.name);
  const objective = snapshot.objectives.find((each) => reported.includes(each.metric))?.metric;
  const asked = metric && reported.includes(metric) ? metric : (objective ?? reported[0]);
  const shown = useDeferredValue(asked);
  if (!shown) {
    return (
      <EmptyState title="No learning curves" compact order={3}>
        This task reports no metric while it runs.
      </EmptyState>
    );
  }
  const tools = (
    <Select
      aria-label="Metric of the learning curves"
      size="xs"
      w={150}
      allowDeselect={false}
      data={reported}
      value={asked ?? null}
      onChange={(value) => value && onMetric(value)}
    />
  );
  return (
    <PanelBoundary what="learning curves">
      {(attempt) => (
        <Suspense fallback={<Skeleton height={300} />}>
          <Curves key={shown} {...props} metric={shown} tools={tools} attempt={attempt} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}

interface CurvesProps extends Omit<CurvesPanelProps, 'metric' | 'onMetric'> {
  readonly metric: string;
  readonly tools: ReactElement;
  readonly attempt: number;
}

function Curves({ snapshot, hub, metric, tools, attempt, selected, onSelect }: CurvesProps): ReactElement {
  const { data } = useSuspenseQuery(LearningCurvesDocument, {
    variables: { id: snapshot.id, metric, maxTrials: curveLimit },
    fetchPolicy: 'network-only',
    queryKey: attempt,
  });
  const set = data.experiment?.curves;
  const lastSeq = data.experiment?.lastSeq ?? 0;
  const [curves, setCurves] = useState<readonly Curve[]>(set?.curves ?? []);
  useEffect(
    () => hub.listen(lastSeq, (batches) => setCurves((current) => extendCurves(current, batches, metric))),
    [hub, lastSeq, metric],
  );
  const series = useMemo(() => curveSeries(curves, selected), [curves, selected]);
  return (
    <LineChart
      title="Learning curves"
      x={{ label: 'Step' }}
      y={{ label: metric, unit: snapshot.metrics.find(({ name }) => name === metric)?.unit ?? '' }}
      series={series}
      sample={{ shown: curves.length, total: Math.max(set?.totalCount ?? 0, curves.length), noun: 'trials' }}
      tools={tools}
      onPick={(seriesId) => onSelect(Number(seriesId))}
      empty={
        <EmptyState title="No report yet" compact order={4}>
          Curves appear with the first reports of running trials.
        </EmptyState>
      }
    />
  );
}

/** Without a selection all in their own colour; with one the rest steps back. */
function curveSeries(curves: readonly Curve[], selected: readonly number[]): ChartSeries[] {
  const anySelected = curves.some((curve) => selected.includes(curve.trialNumber));
  return curves
    .map((curve) => {
      const strong = selected.includes(curve.trialNumber);
      return {
        id: String(curve.trialNumber),
        label: `Trial ${curve.trialNumber}`,
        x: curve.step,
        y: curve.value,
        mark: 'line' as const,
        color: lineColor(curve.trialNumber),
        strong,
        faint: anySelected && !strong,
      };
    })
    .sort((a, b) => Number(a.strong) - Number(b.strong));
}
