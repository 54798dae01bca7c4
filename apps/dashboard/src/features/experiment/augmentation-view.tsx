'use client';

import { PolicyPhases } from '@cambium/ui';
import { Box, SegmentedControl, Spoiler } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { AugmentationExamples } from './augmentation-examples.js';
import classes from './experiment-view.module.css';
import type { TrialDesignInfo } from './page-types.js';

export interface AugmentationViewProps {
  readonly trialId: string;
  readonly augmentation: NonNullable<TrialDesignInfo['augmentation']>;
}

/** A policy in words, how often it applies each op, and what it, or one op of it, makes of real images. */
export function AugmentationView({ trialId, augmentation }: AugmentationViewProps): ReactElement {
  const { sentence, phases } = augmentation;
  const [op, setOp] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const phase = phases[at] ?? phases[0];
  const known = phase?.ops.some((each) => each.op === op) === true;
  return (
    <div className={classes.section}>
      <h3>Augmentation</h3>
      <Spoiler maxHeight={66} showLabel="The whole policy" hideLabel="Less">
        <p className={classes.sentence}>{sentence}</p>
      </Spoiler>
      {phases.some(({ ops }) => ops.length > 0) ? (
        <PolicyPhases phases={phases} chosen={known ? op : null} onChoose={setOp} />
      ) : null}
      {phases.length > 1 ? (
        <SegmentedControl
          size="xs"
          mt="xs"
          aria-label="Part of the training that the images are from"
          value={String(at)}
          onChange={(chosen) => setAt(Number(chosen))}
          data={phases.map(({ from }, i) => ({ value: String(i), label: `from ${Math.round(100 * from)} %` }))}
        />
      ) : null}
      <Box mt="sm">
        <AugmentationExamples trialId={trialId} op={known ? op : null} progress={phase?.from ?? 0} />
      </Box>
    </div>
  );
}
