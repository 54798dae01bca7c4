'use client';

import {
  type ExperimentLiveFragment,
  type ExperimentState,
  PauseExperimentDocument,
  ResumeExperimentDocument,
  StartExperimentDocument,
} from '@cambium/graphql';
import { Button, Group } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { CompareDialog } from '../compare/compare-dialog.js';
import { compareHref } from '../compare/compare-state.js';
import { CloneDialog } from './clone-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import { StopDialog } from './stop-dialog.js';
import { useControl } from './use-control.js';

type Action = 'start' | 'pause' | 'resume' | 'stop' | 'extend' | 'clone';
type DialogName = Action | 'compare';

const actions: Record<ExperimentState, readonly Action[]> = {
  created: ['start', 'clone'],
  running: ['pause', 'stop', 'extend', 'clone'],
  paused: ['resume', 'stop', 'extend', 'clone'],
  complete: ['extend', 'clone'],
  stopped: ['extend', 'clone'],
  failed: ['clone'],
};

export interface ExperimentControlsProps {
  readonly experiment: ExperimentLiveFragment;
  readonly onChange: (experiment: ExperimentLiveFragment) => void;
}

/** The buttons that make sense in this state. What can't be taken back asks first. */
export function ExperimentControls({ experiment, onChange }: ExperimentControlsProps): ReactElement {
  const { id, state, objectives, origin } = experiment;
  const router = useRouter();
  const { busy, run } = useControl();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const close = () => setDialog(null);
  const can = (action: Action) => actions[state].includes(action);
  const variables = { id };
  const take = (next: ExperimentLiveFragment | null) => next && onChange(next);
  const start = async () =>
    take(await run({ document: StartExperimentDocument, variables, result: (data) => data.startExperiment }));
  const pause = async () =>
    take(await run({ document: PauseExperimentDocument, variables, result: (data) => data.pauseExperiment }));
  const resume = async () =>
    take(await run({ document: ResumeExperimentDocument, variables, result: (data) => data.resumeExperiment }));
  const button = { size: 'xs', variant: 'default', disabled: busy } as const;
  return (
    <Group gap={6}>
      {can('start') ? (
        <Button {...button} variant="filled" onClick={start}>
          Start
        </Button>
      ) : null}
      {can('pause') ? (
        <Button {...button} onClick={pause} title="No new trial starts; running ones finish">
          Pause
        </Button>
      ) : null}
      {can('resume') ? (
        <Button {...button} variant="filled" onClick={resume}>
          Resume
        </Button>
      ) : null}
      {can('extend') ? (
        <Button {...button} onClick={() => setDialog('extend')}>
          Extend…
        </Button>
      ) : null}
      {can('clone') ? (
        <Button {...button} onClick={() => setDialog('clone')}>
          Clone…
        </Button>
      ) : null}
      <Button {...button} onClick={() => setDialog('compare')} title="With other experiments, at equal cost">
        Compare…
      </Button>
      {can('stop') ? (
        <Button {...button} color="red" variant="outline" onClick={() => setDialog('stop')}>
          Stop…
        </Button>
      ) : null}
      <StopDialog experiment={experiment} opened={dialog === 'stop'} onClose={close} onChange={onChange} />
      <ExtendDialog experiment={experiment} opened={dialog === 'extend'} onClose={close} onChange={onChange} />
      <CompareDialog
        compared={[id]}
        objective={objectives[0]}
        first={origin === null ? [] : [origin]}
        opened={dialog === 'compare'}
        onClose={close}
        onChoose={(others) => router.push(compareHref({ ids: [id, ...others], by: 'seconds' }))}
      />
      <CloneDialog experiment={experiment} opened={dialog === 'clone'} onClose={close} />
    </Group>
  );
}
