'use client';

import { ArchitectureGraph, Facts, formatParam } from '@cambium/ui';
import { type ReactElement, useMemo } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { ArchitectureSource } from './architecture-source.js';
import { AugmentationView } from './augmentation-view.js';
import classes from './experiment-view.module.css';
import type { TrialDesignInfo } from './page-types.js';

/** A task without networks, such as a function, has nothing to show. */
export function hasDesign({ architecture, augmentation, training }: TrialDesignInfo): boolean {
  return Boolean(architecture) || Boolean(augmentation) || Object.keys(jsonRecord(training)).length > 0;
}

/** What a trial's params mean: its network, its augmentation on real images, its training procedure. */
export function DesignView({
  trialId,
  design,
}: {
  readonly trialId: string;
  readonly design: TrialDesignInfo;
}): ReactElement {
  const { architecture, augmentation, training, trainingSentence } = design;
  // An update rule is read in the sentence, as a formula.
  const procedure = Object.entries(jsonRecord(training)).filter(([name]) => name !== 'updateRule');
  // The same nodes for the same network: laying a graph out is work.
  const nodes = useMemo(
    () => architecture?.nodes.map((node) => ({ ...node, attributes: jsonRecord(node.attributes) })) ?? [],
    [architecture],
  );
  return (
    <>
      {architecture ? (
        <div className={classes.section}>
          <h3>Architecture</h3>
          <ArchitectureGraph key={architecture.hash} nodes={nodes} cost={architecture} />
          <ArchitectureSource trialId={trialId} />
        </div>
      ) : null}
      {augmentation ? <AugmentationView key={trialId} trialId={trialId} augmentation={augmentation} /> : null}
      {procedure.length > 0 ? (
        <div className={classes.section}>
          <h3>Training procedure</h3>
          {trainingSentence ? <p className={classes.sentence}>{trainingSentence}</p> : null}
          <Facts
            facts={procedure.map(([name, value]) => ({ name, value: formatParam(value), title: formatParam(value) }))}
          />
        </div>
      ) : null}
    </>
  );
}
