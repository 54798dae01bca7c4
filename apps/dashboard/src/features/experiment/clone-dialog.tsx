'use client';

import { CloneExperimentDocument } from '@cambium/graphql';
import { NumberField } from '@cambium/ui';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { Dialog } from '../shell/dialog.js';
import type { ExperimentDialogProps } from './stop-dialog.js';
import { useControl } from './use-control.js';

/** Runs the same specification once more, under another name or seed. */
export function CloneDialog({ experiment, opened, onClose }: Omit<ExperimentDialogProps, 'onChange'>): ReactElement {
  const { busy, run } = useControl();
  const router = useRouter();
  const [name, setName] = useState(`${experiment.name} (copy)`);
  const [seed, setSeed] = useState<number | string | undefined>(undefined);
  const seedFits = seed === undefined || Number.isInteger(seed);
  const clone = async () => {
    if (!seedFits) return;
    const made = await run({
      document: CloneExperimentDocument,
      variables: { id: experiment.id, name, seed: typeof seed === 'number' ? seed : null },
      result: (data) => data.cloneExperiment,
    });
    if (!made) return;
    onClose();
    router.push(`/experiments/${made.id}`);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="Clone this experiment">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void clone();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <NumberField
            size="sm"
            label="Seed"
            description="Empty keeps the seed: the same trials again."
            integer
            value={seed}
            onChange={setSeed}
          />
        </Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === '' || !seedFits}>
            Clone and start
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
