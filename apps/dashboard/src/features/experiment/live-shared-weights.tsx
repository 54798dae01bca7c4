'use client';

import type { SharedWeightsQuery } from '@cambium/graphql';
import { EmptyState, ScatterChart } from '@cambium/ui';
import { type ReactElement, useEffect, useEffectEvent, useMemo } from 'react';
import { useFollowed } from '../../lib/live/use-followed.js';
import type { SharedWeightsPanelProps } from './chart-panel-props.js';
import classes from './experiment-view.module.css';
import { justEnded } from './just-ended.js';

export interface LiveSharedWeightsProps extends SharedWeightsPanelProps {
  readonly answer: NonNullable<NonNullable<SharedWeightsQuery['experiment']>['sharedWeights']>;
  readonly question: string;
  readonly refetch: () => void;
}

/** The server compares anew whenever a network was trained from scratch: that takes long, so it is seldom. */
export function LiveSharedWeights(props: LiveSharedWeightsProps): ReactElement {
  const { snapshot, hub, onOpen, answer, question, refetch } = props;
  const { id, maxStep, objectives, metrics } = snapshot;
  const [trained] = useFollowed<number>({
    hub,
    question,
    lastSeq: answer.lastSeq,
    begin: () => 0,
    extend: (count, batches) =>
      count + batches.flatMap((batch) => justEnded(batch, maxStep)).filter(({ mode }) => mode === null).length,
    refetch,
  });
  const compareAnew = useEffectEvent(refetch);
  useEffect(() => {
    if (trained > 0) compareAnew();
  }, [trained]);
  const { rankCorrelation, number, shared, standalone } = answer;
  const points = useMemo(
    () => number.map((each, i) => ({ number: each, x: shared[i] ?? Number.NaN, y: standalone[i] ?? Number.NaN })),
    [number, shared, standalone],
  );
  const metric = objectives[0]?.metric ?? 'score';
  const unit = metrics.find(({ name }) => name === metric)?.unit ?? '';
  return (
    <>
      <h2 className={classes.cardTitle}>Shared weights</h2>
      {rankCorrelation ? (
        <>
          <div className={classes.score}>
            <span className={classes.value}>{rankCorrelation.tau.toFixed(2)}</span>
            <span className={classes.metric}>
              Kendall’s τ of {rankCorrelation.networks} networks, 95 % interval {rankCorrelation.low.toFixed(2)} to{' '}
              {rankCorrelation.high.toFixed(2)}
            </span>
          </div>
          {rankCorrelation.reliable ? null : (
            <p className={classes.sentence}>
              <strong>Few networks:</strong> with fewer than ten the interval can’t be relied on. Let more be trained
              from scratch.
            </p>
          )}
          <p className={classes.sentence}>
            How alike shared weights and a training from scratch rank the same networks: 1 is alike, 0 no better than
            chance, −1 in reverse.
          </p>
          <ScatterChart
            title="Trained from scratch against shared weights"
            noun="network"
            points={points}
            x={{ label: `${metric} by shared weights`, unit }}
            y={{ label: `${metric} from scratch`, unit }}
            trialHref={(trial) => `/experiments/${id}/trials/${trial}`}
            onOpen={onOpen}
          />
        </>
      ) : (
        <EmptyState title="No rank correlation yet" compact order={3}>
          It appears once three networks were trained from scratch that differ in their scores.
          {number.length === 0 ? null : ` So far: ${number.length}.`}
        </EmptyState>
      )}
    </>
  );
}
