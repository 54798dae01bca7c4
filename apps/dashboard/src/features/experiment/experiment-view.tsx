'use client';

import { NetworkStatus } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';
import { ExperimentPageDocument } from '@cambium/graphql';
import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { notFound, useRouter } from 'next/navigation';
import { type ReactElement, Suspense, useDeferredValue, useMemo } from 'react';
import { questionOf, useCameWithPage } from '../../lib/apollo/sent-with-page.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import { BestTrialCard } from './best-trial-card.js';
import { ExperimentHeader } from './experiment-header.js';
import classes from './experiment-view.module.css';
import { FrontCard } from './front-card.js';
import { HistoryPanel } from './history-panel.js';
import { leastForImportances } from './least-for-importances.js';
import type { ExperimentSnapshot } from './page-types.js';
import { ProgressCard } from './progress-card.js';
import { ShownTrialsBar } from './shown-trials-bar.js';
import { SpecPanel } from './spec-panel.js';
import { TrialsPanel } from './trials-panel.js';
import { useExperimentStream } from './use-experiment-stream.js';
import { useFrontVersion } from './use-front-version.js';
import { useViewState } from './use-view-state.js';

// Whether there are several objectives to draw, the server knows only when it has answered the first question.
const ParetoPanel = dynamic(() => import('./pareto-panel.js').then((m) => m.ParetoPanel), {
  ssr: false,
  loading: () => <Skeleton height={340} />,
});

// Many curves would only make the server's HTML heavy: they are asked for when the page is there.
const CurvesPanel = dynamic(() => import('./curves-panel.js').then((m) => m.CurvesPanel), {
  ssr: false,
  loading: () => <Skeleton height={300} />,
});

// The question for them comes with the page's answer, which says whether there are enough trials.
const ImportancesPanel = dynamic(() => import('./importances-panel.js').then((m) => m.ImportancesPanel), {
  ssr: false,
  loading: () => <Skeleton height={200} />,
});

// Only where the searcher judges networks by shared weights.
const SharedWeightsPanel = dynamic(() => import('./shared-weights-panel.js').then((m) => m.SharedWeightsPanel), {
  ssr: false,
  loading: () => <Skeleton height={300} />,
});

/** One experiment, live. Opens on the answer: the best trial so far. */
export function ExperimentView({ id }: { readonly id: string }): ReactElement {
  const variables = { id };
  const fetchPolicy = useCameWithPage(questionOf(variables)) ? 'cache-first' : 'cache-and-network';
  const { data, networkStatus } = useSuspenseQuery(ExperimentPageDocument, { variables, fetchPolicy });
  if (!data.experiment) notFound();
  return <LoadedExperiment key={id} snapshot={data.experiment} isFresh={networkStatus === NetworkStatus.ready} />;
}

interface LoadedExperimentProps {
  readonly snapshot: ExperimentSnapshot;
  /** False: of an earlier visit, and asked for anew. */
  readonly isFresh: boolean;
}

function LoadedExperiment({ snapshot, isFresh }: LoadedExperimentProps): ReactElement {
  const { id } = snapshot;
  const router = useRouter();
  const { experiment, hub, accept } = useExperimentStream(snapshot, isFresh);
  const [state, show] = useViewState(`/experiments/${id}`);
  const hasFront = snapshot.objectives.length > 1;
  const newest = useFrontVersion(hub, { lastSeq: snapshot.lastSeq, isFilter: state.front });
  const shown = useDeferredValue(state, state);
  const frontVersion = useDeferredValue(newest, newest);
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
  const chart = { snapshot, hub, view: shown, frontVersion, state, onShow: show, onSelect: toggle };
  return (
    <>
      <ExperimentHeader experiment={experiment} onChange={accept} />
      <ShownTrialsBar state={state} hasFront={hasFront} onShow={show} />
      <div className={classes.grid}>
        <section className={`card ${classes.best}`} aria-label={hasFront ? 'Best trials' : 'Best trial'}>
          {hasFront ? (
            <FrontCard {...{ experiment, snapshot, hub, frontVersion }} onShowAll={() => show({ front: true })} />
          ) : (
            <BestTrialCard experiment={experiment} snapshot={snapshot} />
          )}
        </section>
        <div className={classes.progress}>
          <section className="card" aria-label="Progress">
            <ProgressCard experiment={experiment} />
          </section>
          {hasFront ? (
            <div className="card">
              <ParetoPanel {...chart} experiment={experiment} onOpen={open} />
            </div>
          ) : null}
          <div className="card">
            <HistoryPanel {...chart} experiment={experiment} />
          </div>
          {snapshot.maxStep > 1 ? (
            <div className="card">
              <CurvesPanel {...chart} experiment={experiment} />
            </div>
          ) : null}
          {experiment.counts.complete >= leastForImportances ? (
            <section className="card" aria-label="What mattered">
              <h2 className={classes.cardTitle}>What mattered</h2>
              <ImportancesPanel id={id} complete={experiment.counts.complete} />
            </section>
          ) : null}
          {snapshot.sharedWeights ? (
            <section className="card" aria-label="Shared weights">
              <SharedWeightsPanel snapshot={snapshot} hub={hub} onOpen={open} />
            </section>
          ) : null}
        </div>
        <section className={`card ${classes.full}`} aria-label="All trials">
          <PanelBoundary what="trials">
            {(attempt) => (
              <Suspense fallback={<Skeleton height={560} />}>
                <TrialsPanel
                  attempt={attempt + frontVersion}
                  experiment={experiment}
                  hub={hub}
                  columns={columns}
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
