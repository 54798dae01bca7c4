'use client';

import type { Direction } from '@cambium/core';
import { LearningCurvesDocument } from '@cambium/graphql';
import { EmptyState, LineChart } from '@cambium/ui';
import { type ReactElement, useMemo } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import { useFollowed } from '../../lib/live/use-followed.js';
import type { BaselinePanelProps } from './chart-panel-props.js';
import { curveSeries } from './curve-series.js';
import { type CurveRules, type CurveSet, extendCurves, isShownCurve } from './extend-curves.js';
import { NothingShown } from './nothing-shown.js';
import { curvesVariables } from './view-state.js';

const none: CurveSet = { curves: [], totalCount: 0 };

export interface LiveCurvesProps extends BaselinePanelProps {
  readonly metric: string;
  readonly tools: ReactElement;
  /** Another number asks again after an error. */
  readonly attempt: number;
}

/** The curves of one metric, from the server's choice on. */
export function LiveCurves(props: LiveCurvesProps): ReactElement {
  const { snapshot, experiment, hub, view, frontVersion, state, onShow, onSelect, metric, tools, attempt } = props;
  const { selected, steps } = state;
  const variables = curvesVariables(snapshot.id, metric, view);
  const { data, question, refetch } = usePanelAnswer(LearningCurvesDocument, variables, attempt + frontVersion);
  const answer = data.experiment?.curves;
  const direction = (snapshot.objectives[0]?.direction ?? 'maximize') as Direction;
  const rules: CurveRules = { metric, shown: view, selected, direction, maxStep: snapshot.maxStep };
  const [{ curves, totalCount }] = useFollowed<CurveSet>({
    hub,
    question,
    lastSeq: answer?.lastSeq ?? 0,
    begin: () => answer ?? none,
    extend: (set, batches) => extendCurves(set, batches, rules),
    refetch,
  });
  const { states, kinds, between, front } = view;
  const drawn = useMemo(
    () => curves.filter((curve) => isShownCurve(curve, { states, kinds, between, front })),
    [curves, states, kinds, between, front],
  );
  const { baselines } = experiment;
  const series = useMemo(() => curveSeries(drawn, { selected, baselines }), [drawn, selected, baselines]);
  return (
    <LineChart
      title="Learning curves"
      x={{ label: 'Step' }}
      y={{ label: metric, unit: snapshot.metrics.find(({ name }) => name === metric)?.unit ?? '' }}
      series={series}
      sample={{ shown: drawn.length, total: totalCount, noun: 'trials' }}
      tools={tools}
      onPick={(seriesId) => onSelect(Number(seriesId))}
      zoom={steps}
      onZoom={(range) =>
        onShow({ steps: range && { min: Math.max(0, Math.floor(range.min)), max: Math.ceil(range.max) } })
      }
      empty={
        <NothingShown shown={view} what="trial with a curve" onShow={onShow}>
          <EmptyState title="No report yet" compact order={4}>
            Curves appear with the first reports of running trials.
          </EmptyState>
        </NothingShown>
      }
    />
  );
}
