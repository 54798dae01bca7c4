'use client';

import { ExtendExperimentDocument } from '@cambium/graphql';
import { NumberField } from '@cambium/ui';
import { Button, Group } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Dialog } from '../shell/dialog.js';
import type { ExperimentDialogProps } from './stop-dialog.js';
import { useControl } from './use-control.js';

/** Raises the budget; what has ended runs again. */
export function ExtendDialog({ experiment, opened, onClose, onChange }: ExperimentDialogProps): ReactElement {
  const { busy, run } = useControl();
  const [trials, setTrials] = useState<number | string | undefined>(experiment.maxTrials);
  const valid = typeof trials === 'number' && Number.isInteger(trials) && trials >= 1;
  const extend = async () => {
    if (!valid) return;
    const next = await run({
      document: ExtendExperimentDocument,
      variables: { id: experiment.id, trials },
      result: (data) => data.extendExperiment,
    });
    if (!next) return;
    onChange(next);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="Extend the budget">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void extend();
        }}
      >
        <NumberField
          size="sm"
          label="More trials"
          description={`Now ${experiment.maxTrials}; then ${experiment.maxTrials + (valid ? trials : 0)}.`}
          integer
          value={trials}
          onChange={setTrials}
          error={valid ? undefined : 'At least 1'}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={!valid}>
            Extend
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
