'use client';

import { type ExperimentLiveFragment, StopExperimentDocument } from '@cambium/graphql';
import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Dialog } from '../shell/dialog.js';
import { useControl } from './use-control.js';

export interface ExperimentDialogProps {
  readonly experiment: ExperimentLiveFragment;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChange: (experiment: ExperimentLiveFragment) => void;
}

export function StopDialog({ experiment, opened, onClose, onChange }: ExperimentDialogProps): ReactElement {
  const { busy, run } = useControl();
  const { waiting, running } = experiment.counts;
  const stop = async () => {
    const next = await run({
      document: StopExperimentDocument,
      variables: { id: experiment.id },
      result: (data) => data.stopExperiment,
    });
    if (!next) return;
    onChange(next);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="Stop this experiment?">
      <Text size="sm">
        {running} running and {waiting} waiting trials are cancelled. What has ended stays, and the experiment can be
        extended later.
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it running
        </Button>
        <Button color="red" loading={busy} onClick={stop}>
          Stop experiment
        </Button>
      </Group>
    </Dialog>
  );
}
