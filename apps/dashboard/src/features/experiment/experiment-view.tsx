'use client';

import { useSuspenseQuery } from '@apollo/client/react';
import { ExperimentPageDocument } from '@cambium/graphql';
import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { notFound, useRouter } from 'next/navigation';
import { type ReactElement, Suspense, useDeferredValue, useMemo } from 'react';
import { PanelBoundary } from '../shell/panel-boundary.js';
import { BestTrialCard } from './best-trial-card.js';
import { ExperimentHeader } from './experiment-header.js';
import classes from './experiment-view.module.css';
import type { ExperimentSnapshot } from './page-types.js';
import { ProgressCard } from './progress-card.js';
import { SpecPanel } from './spec-panel.js';
import { TrialsPanel } from './trials-panel.js';
import { useExperimentStream } from './use-experiment-stream.js';
import { useViewState } from './use-view-state.js';
import { historyPoints } from './view-state.js';

// Charts are canvases: nothing of them can be in the server's HTML but their place.
const HistoryPanel = dynamic(() => import('./history-panel.js').then((m) => m.HistoryPanel), {
  ssr: false,
  loading: () => <Skeleton height={300} />,
});
const CurvesPanel = dynamic(() => import('./curves-panel.js').then((m) => m.CurvesPanel), {
  ssr: false,
  loading: () => <Skeleton height={300} />,
});

/** One experiment, live. Opens on the answer: the best trial so far. */
export function ExperimentView({ id }: { readonly id: string }): ReactElement {
  const { data } = useSuspenseQuery(ExperimentPageDocument, { variables: { id, maxPoints: historyPoints } });
  if (!data.experiment) notFound();
  return <LoadedExperiment key={id} snapshot={data.experiment} />;
}

function LoadedExperiment({ snapshot }: { readonly snapshot: ExperimentSnapshot }): ReactElement {
  const { id } = snapshot;
  const router = useRouter();
  const { experiment, hub, accept } = useExperimentStream(snapshot);
  const [state, show] = useViewState(`/experiments/${id}`);
  const shown = useDeferredValue(state, state);
  const toggle = (number: number) =>
    show({
      selected: state.selected.includes(number)
        ? state.selected.filter((n) => n !== number)
        : [...state.selected, number],
    });
  const open = (number: number) => router.push(`/experiments/${id}/trials/${number}`);
  const columns = useMemo(
    () => ({ parameters: snapshot.parameters, metrics: snapshot.metrics, objectives: snapshot.objectives }),
    [snapshot],
  );
  return (
    <>
      <ExperimentHeader experiment={experiment} onChange={accept} />
      <div className={classes.grid}>
        <section className={`card ${classes.best}`} aria-label="Best trial">
          <BestTrialCard experiment={experiment} snapshot={snapshot} />
        </section>
        <div className={classes.progress}>
          <section className="card" aria-label="Progress">
            <ProgressCard experiment={experiment} />
          </section>
          <div className="card">
            <HistoryPanel snapshot={snapshot} hub={hub} selected={state.selected} onSelect={toggle} />
          </div>
          <div className="card">
            <CurvesPanel
              snapshot={snapshot}
              hub={hub}
              metric={state.metric}
              onMetric={(metric) => show({ metric })}
              selected={state.selected}
              onSelect={toggle}
            />
          </div>
        </div>
        <section className={`card ${classes.full}`} aria-label="All trials">
          <PanelBoundary what="trials">
            {(attempt) => (
              <Suspense fallback={<p>Loading trials…</p>}>
                <TrialsPanel
                  attempt={attempt}
                  id={id}
                  hub={hub}
                  columns={columns}
                  maxStep={experiment.maxStep}
                  state={shown}
                  selected={state.selected}
                  onShow={show}
                  onToggle={toggle}
                  onOpen={open}
                />
              </Suspense>
            )}
          </PanelBoundary>
        </section>
        <section className={`card ${classes.full}`} aria-label="Specification">
          <SpecPanel yaml={snapshot.specYaml} />
        </section>
      </div>
    </>
  );
}
