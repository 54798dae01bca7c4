'use client';

import { NetworkStatus } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';
import { hasOwnDesign } from '@cambium/core';
import { TrialPageDocument } from '@cambium/graphql';
import {
  Facts,
  formatDuration,
  formatMetric,
  frontMark,
  ParamsTable,
  RelativeTime,
  StateBadge,
  stepText,
} from '@cambium/ui';
import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { questionOf, useCameWithPage } from '../../lib/apollo/sent-with-page.js';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import { DesignView, hasDesign } from '../experiment/design-view.js';
import classes from '../experiment/experiment-view.module.css';
import { metricFacts } from '../experiment/metric-facts.js';
import { ArchitectureCompare } from './architecture-compare.js';
import { ArtifactTable } from './artifact-table.js';
import { AttemptTable } from './attempt-table.js';
import { FailureCard } from './failure-card.js';
import { LineageList } from './lineage-list.js';
import { LogCard } from './log-card.js';
import { SuccessorList } from './successor-list.js';
import { TrialOrigin } from './trial-origin.js';
import { UseCard } from './use-card.js';
import { type TrialAnswer, useTrialStream } from './use-trial-stream.js';
import { WhyCard } from './why-card.js';

const ReportCurves = dynamic(() => import('./report-curves.js').then((m) => m.ReportCurves), {
  ssr: false,
  loading: () => <Skeleton height={300} />,
});

const ChoiceCurves = dynamic(() => import('./choice-curves.js').then((m) => m.ChoiceCurves), { ssr: false });

/** One trial, live: what it was, how it learned, what ran it and what is left of it. */
export function TrialView({
  experimentId,
  number,
}: {
  readonly experimentId: string;
  readonly number: number;
}): ReactElement {
  const variables = { experimentId, number };
  const fetchPolicy = useCameWithPage(questionOf(variables)) ? 'cache-first' : 'cache-and-network';
  const { data, networkStatus } = useSuspenseQuery(TrialPageDocument, { variables, fetchPolicy });
  const { experiment } = data;
  const first = experiment?.trials.edges[0]?.node;
  if (!experiment || !first) notFound();
  const isFresh = networkStatus === NetworkStatus.ready;
  return <LoadedTrial key={first.id} experiment={experiment} first={first} isFresh={isFresh} />;
}

function LoadedTrial(answer: TrialAnswer): ReactElement {
  const { experiment, first } = answer;
  const { trial, reports, revision, trialCount, successors, successorCount } = useTrialStream(answer);
  const objectives = experiment.objectives.map(({ metric }) => metric);
  const hasFront = objectives.length > 1;
  const metrics = numberRecord(trial.metrics);
  // The test result is what a retrained winner is for; it has no validation images left. A supernet has no objective, nor
  // has what is judged on held-out images, nor what learns a policy.
  const headline = experiment.metrics.find(
    ({ name, when }) =>
      (when === 'held-out' || (['final', 'supernet', 'relaxed-policy'].includes(when) && when === trial.mode)) &&
      typeof metrics[name] === 'number',
  );
  const headlines = headline ? [headline.name] : objectives;
  const hasParams = hasOwnDesign(trial);
  const told = hasParams
    ? experiment.metrics
    : experiment.metrics.filter(({ when }) => ['supernet', 'held-out', 'relaxed-policy'].includes(when));
  const trialHref = (number: number) => `/experiments/${experiment.id}/trials/${number}`;
  return (
    <>
      <div className={classes.head}>
        <div className={classes.titles}>
          <nav aria-label="Breadcrumb" className={classes.crumbs}>
            <Link href="/">Experiments</Link>
            <span aria-hidden="true">/</span>
            <Link href={`/experiments/${experiment.id}`} className="truncate" title={experiment.name}>
              {experiment.name}
            </Link>
          </nav>
          <div className={classes.title}>
            <h1>Trial #{trial.number}</h1>
            <StateBadge state={trial.state} filled />
          </div>
          <p className={classes.sub}>
            <TrialOrigin trial={trial} hrefOf={trialHref} />
            {trial.onFront && hasFront ? ` · ${frontMark.mark} ${frontMark.meaning}` : null}
          </p>
        </div>
        <nav aria-label="Neighbouring trials" style={{ display: 'flex', gap: 12, fontSize: 13 }}>
          {trial.number > 0 ? <Link href={trialHref(trial.number - 1)}>← #{trial.number - 1}</Link> : null}
          {trial.number + 1 < trialCount ? <Link href={trialHref(trial.number + 1)}>#{trial.number + 1} →</Link> : null}
        </nav>
      </div>
      <div className={classes.grid}>
        {trial.failure ? (
          <section className={`card ${classes.full}`} aria-label="Failure">
            <FailureCard failure={trial.failure} />
          </section>
        ) : null}
        <section className={`card ${classes.half}`} aria-label="Result">
          <h2 className={classes.cardTitle}>Result</h2>
          {headlines.map((name) => (
            <div key={name} className={classes.score}>
              <span className={classes.value}>{formatMetric(metrics[name])}</span>
              <span className={classes.metric}>{name}</span>
            </div>
          ))}
          <div className={classes.section}>
            <Facts
              facts={[
                ...metricFacts(metrics, told, headlines),
                { name: 'Step', value: stepText(trial, experiment.maxStep) },
                { name: 'Duration', value: formatDuration(trial.durationMs) },
                { name: 'Created', value: <RelativeTime at={trial.createdAt} /> },
                ...(trial.violation ? [{ name: 'Constraint broken by', value: formatMetric(trial.violation) }] : []),
              ]}
            />
          </div>
          {hasParams ? (
            <div className={classes.section}>
              <h3>Parameters</h3>
              <ParamsTable params={jsonRecord(trial.params)} />
            </div>
          ) : null}
          <LineageList lineage={first.lineage} hrefOf={trialHref} />
          <SuccessorList
            trials={successors}
            totalCount={successorCount}
            maxStep={experiment.maxStep}
            hrefOf={trialHref}
          />
        </section>
        <div className={`card ${classes.half}`}>
          {(trial.endStep ?? experiment.maxStep) > 1 ? (
            <ReportCurves reports={reports} metrics={experiment.metrics} preferred={objectives[0] ?? null} />
          ) : null}
          <WhyCard why={first.why} experimentId={experiment.id} />
        </div>
        {experiment.metrics
          .filter(({ perChoice }) => perChoice)
          .map((metric) => (
            <ChoiceCurves key={metric.name} metric={metric} parameters={experiment.parameters} reports={reports} />
          ))}
        {hasDesign(first.design) ? (
          <section className={`card ${classes.full}`} aria-label="Design">
            <h2 className={classes.cardTitle}>Design</h2>
            <DesignView trialId={trial.id} design={first.design} />
            {first.design.architecture && trialCount > 1 ? (
              <ArchitectureCompare
                experimentId={experiment.id}
                trial={trial}
                best={experiment.bestTrial?.number ?? null}
                trialCount={trialCount}
                hrefOf={trialHref}
              />
            ) : null}
          </section>
        ) : null}
        <UseCard
          trial={first}
          revision={revision}
          maxStep={experiment.maxStep}
          hasArchitecture={Boolean(first.design.architecture)}
          first={experiment.promotion}
        />
        <section className={`card ${classes.half}`} aria-label="Attempts">
          <AttemptTable trialId={trial.id} first={first.attempts} revision={revision} />
        </section>
        <section className={`card ${classes.half}`} aria-label="Artifacts">
          <ArtifactTable trialId={trial.id} first={first.artifacts} revision={revision} />
        </section>
        <section className={`card ${classes.full}`} aria-label="Log">
          <LogCard trialId={trial.id} revision={revision} />
        </section>
      </div>
    </>
  );
}
