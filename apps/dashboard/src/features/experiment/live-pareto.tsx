'use client';

import { EmptyState, type ParetoAxis, ParetoChart } from '@cambium/ui';
import { Select } from '@mantine/core';
import { type ReactElement, useEffect, useEffectEvent, useMemo } from 'react';
import { useFollowed } from '../../lib/live/use-followed.js';
import { baselineTrials } from './baseline-trials.js';
import type { ParetoPanelProps } from './chart-panel-props.js';
import { beginObjectives, extendObjectives, type ObjectiveAnswer, paretoColumns } from './extend-objectives.js';
import { NothingShown } from './nothing-shown.js';
import type { MetricInfo } from './page-types.js';
import { objectivePoints } from './view-state.js';

export interface LiveParetoProps extends ParetoPanelProps {
  readonly answer: ObjectiveAnswer;
  readonly question: string;
  readonly refetch: () => void;
}

/** The objectives from the server's sample on. When it has doubled, the server samples it anew. */
export function LivePareto(props: LiveParetoProps): ReactElement {
  const { experiment, snapshot, hub, view, state, onShow, onOpen, answer, question, refetch } = props;
  const { id, maxStep, objectives } = snapshot;
  const rules = { shown: view, maxStep };
  const [set] = useFollowed({
    hub,
    question,
    lastSeq: answer.lastSeq,
    begin: () => beginObjectives(answer),
    extend: (now, batches) => extendObjectives(now, batches, rules),
    refetch,
  });
  const sampleAnew = useEffectEvent(refetch);
  const isCrowded = set.points.length > 2 * objectivePoints;
  useEffect(() => {
    if (isCrowded) sampleAnew();
  }, [isCrowded]);
  const names = objectives.map(({ metric }) => metric);
  const [x, y] = placesOf(names, state.axes);
  const points = useMemo(() => paretoColumns(set, [x, y]), [set, x, y]);
  const axes = useMemo(() => snapshot.objectives.map((objective) => axisOf(objective, snapshot.metrics)), [snapshot]);
  const [first = ''] = names;
  const bestNumber = experiment.bestTrial?.number ?? null;
  const best = useMemo(
    () => (bestNumber === null ? null : { number: bestNumber, label: `best by ${first}` }),
    [bestNumber, first],
  );
  const baselines = useMemo(
    () =>
      baselineTrials(experiment.baselines).map(({ policy, number, values }) => {
        return { policy, number, x: values[x] ?? Number.NaN, y: values[y] ?? Number.NaN };
      }),
    [experiment.baselines, x, y],
  );
  const [xAxis, yAxis] = [axes[x], axes[y]];
  if (!xAxis || !yAxis) return <></>;
  return (
    <ParetoChart
      points={points}
      x={xAxis}
      y={yAxis}
      totalCount={set.totalCount}
      maxStep={maxStep}
      best={best}
      baselines={baselines}
      selected={state.selected}
      trialHref={(number) => `/experiments/${id}/trials/${number}`}
      onOpen={onOpen}
      tools={
        names.length > 2 ? (
          <AxisChoice names={names} places={[x, y]} onChoose={(chosen) => onShow({ axes: chosen })} />
        ) : null
      }
      empty={
        <NothingShown shown={view} what="trial with values" onShow={onShow}>
          <EmptyState title="No value yet" compact order={4}>
            A point appears when the first trial ends.
          </EmptyState>
        </NothingShown>
      }
    />
  );
}

interface AxisChoiceProps {
  readonly names: readonly string[];
  readonly places: readonly [x: number, y: number];
  readonly onChoose: (axes: readonly [x: string, y: string]) => void;
}

/** Which of three or more objectives are against each other. */
function AxisChoice({ names, places: [x, y], onChoose }: AxisChoiceProps): ReactElement {
  const chosen = [names[x] ?? '', names[y] ?? ''] as const;
  const choice = (label: string, sign: string, own: 0 | 1) => (
    <Select
      aria-label={`Objective on the ${label} axis`}
      size="xs"
      w={120}
      leftSection={sign}
      leftSectionPointerEvents="none"
      allowDeselect={false}
      data={names.filter((name) => name !== chosen[1 - own])}
      value={chosen[own]}
      onChange={(name) => name && onChoose(own === 0 ? [name, chosen[1]] : [chosen[0], name])}
    />
  );
  return (
    <>
      {choice('vertical', '↕', 1)}
      {choice('horizontal', '↔', 0)}
    </>
  );
}

/** Places of the objectives on the axes: as chosen, or the first one over the second. */
function placesOf(names: readonly string[], axes: readonly [string, string] | null): [x: number, y: number] {
  const [x = -1, y = -1] = axes?.map((name) => names.indexOf(name)) ?? [];
  return x >= 0 && y >= 0 && x !== y ? [x, y] : [1, 0];
}

function axisOf(
  { metric, direction }: { readonly metric: string; readonly direction: string },
  metrics: readonly MetricInfo[],
): ParetoAxis {
  const info = metrics.find(({ name }) => name === metric);
  const better = direction === 'minimize' ? 'lower' : 'higher';
  return { metric, unit: info?.unit ?? '', better, isCount: info?.when === 'static' };
}
