'use client';

import {
  type ExperimentLiveFragment,
  type ExperimentState,
  PauseExperimentDocument,
  ResumeExperimentDocument,
  StartExperimentDocument,
} from '@cambium/graphql';
import { Button, Group } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { CloneDialog } from './clone-dialog.js';
import { ExtendDialog } from './extend-dialog.js';
import { StopDialog } from './stop-dialog.js';
import { useControl } from './use-control.js';

type Action = 'start' | 'pause' | 'resume' | 'stop' | 'extend' | 'clone';

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
  const { id, state } = experiment;
  const { busy, run } = useControl();
  const [dialog, setDialog] = useState<Action | null>(null);
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
      {can('stop') ? (
        <Button {...button} color="red" variant="outline" onClick={() => setDialog('stop')}>
          Stop…
        </Button>
      ) : null}
      <StopDialog experiment={experiment} opened={dialog === 'stop'} onClose={close} onChange={onChange} />
      <ExtendDialog experiment={experiment} opened={dialog === 'extend'} onClose={close} onChange={onChange} />
      <CloneDialog experiment={experiment} opened={dialog === 'clone'} onClose={close} />
    </Group>
  );
}
