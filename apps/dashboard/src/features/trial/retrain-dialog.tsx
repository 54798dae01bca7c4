'use client';

import { RetrainTrialDocument } from '@cambium/graphql';
import { NumberField } from '@cambium/ui';
import { Button, Checkbox, Group, SimpleGrid, Stack } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type ReactElement, useState } from 'react';
import { useControl } from '../experiment/use-control.js';
import { Dialog } from '../shell/dialog.js';
import { ScaledCost } from './scaled-cost.js';

export interface RetrainDialogProps {
  readonly trialId: string;
  /** Of the experiment's trials. */
  readonly maxStep: number;
  readonly hasArchitecture: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

type Field = number | string | undefined;

/** A new experiment of this design alone: longer, on more data, with a larger or smaller network. */
export function RetrainDialog(props: RetrainDialogProps): ReactElement {
  const { trialId, maxStep, hasArchitecture, opened, onClose } = props;
  const { busy, run } = useControl();
  const router = useRouter();
  const [steps, setSteps] = useState<Field>(4 * maxStep);
  const [allData, setAllData] = useState(false);
  const [factors, setFactors] = useState<Readonly<Record<string, Field>>>({});
  const factor = (name: string) => (typeof factors[name] === 'number' ? factors[name] : 1);
  const scale = { width: factor('width'), depth: factor('depth'), resolution: factor('resolution') };
  const isReady = typeof steps === 'number' && Number.isInteger(steps) && steps >= 1;
  const retrain = async () => {
    if (!isReady) return;
    const made = await run({
      document: RetrainTrialDocument,
      variables: { id: trialId, steps, allData, ...scale },
      result: (data) => data.retrainTrial,
    });
    if (!made) return;
    onClose();
    router.push(`/experiments/${made.id}`);
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="Train it again">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void retrain();
        }}
      >
        <Stack gap="sm">
          <NumberField
            size="sm"
            label="Steps"
            description={`Epochs, for a network. In the search: ${maxStep}.`}
            integer
            value={steps}
            onChange={setSteps}
            error={isReady ? undefined : 'At least 1'}
            data-autofocus
          />
          <Checkbox
            size="sm"
            label="On all training data"
            description="Where the search used a part of it."
            checked={allData}
            onChange={(event) => setAllData(event.currentTarget.checked)}
          />
          {hasArchitecture ? (
            <>
              <SimpleGrid cols={3}>
                {['width', 'depth', 'resolution'].map((name) => (
                  <NumberField
                    key={name}
                    size="sm"
                    label={`× ${name}`}
                    placeholder="1"
                    value={factors[name]}
                    onChange={(value) => setFactors({ ...factors, [name]: value })}
                  />
                ))}
              </SimpleGrid>
              <ScaledCost trialId={trialId} {...scale} />
            </>
          ) : null}
        </Stack>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={!isReady}>
            Train
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
