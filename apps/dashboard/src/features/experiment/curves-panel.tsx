'use client';

import { EmptyState } from '@cambium/ui';
import { Select, Skeleton } from '@mantine/core';
import { type ReactElement, Suspense, useDeferredValue } from 'react';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { BaselinePanelProps } from './chart-panel-props.js';
import { isCurve } from './is-curve.js';
import { LiveCurves } from './live-curves.js';

/** How trials learn: one metric by step, the selected trials in front. */
export function CurvesPanel(props: BaselinePanelProps): ReactElement {
  const { snapshot, onShow } = props;
  const { metric } = props.state;
  const reported = snapshot.metrics.filter(isCurve).map((each) => each.name);
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
      onChange={(value) => value && onShow({ metric: value })}
    />
  );
  return (
    <PanelBoundary what="learning curves">
      {(attempt) => (
        <Suspense fallback={<Skeleton height={300} />}>
          <LiveCurves {...props} metric={shown} tools={tools} attempt={attempt} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}
