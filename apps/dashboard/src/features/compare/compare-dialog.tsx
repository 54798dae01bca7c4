'use client';

import { Button, Group, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { ExperimentSelect } from '../experiments/experiment-select.js';
import { Dialog } from '../shell/dialog.js';
import { mostCompared } from './compare-state.js';

export interface CompareDialogProps {
  /** Ids of those that are compared already. */
  readonly compared: readonly string[];
  /** The first objective of those; absent: any. */
  readonly objective: { readonly metric: string; readonly direction: string } | undefined;
  /** Offered before all others. */
  readonly first?: readonly { readonly id: string; readonly name: string }[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Chooses experiments to compare with, among those with the same first objective. */
export function CompareDialog({ opened, onClose, ...props }: CompareDialogProps): ReactElement {
  return (
    <Dialog opened={opened} onClose={onClose} title="Compare with other experiments">
      <Choice {...props} onClose={onClose} />
    </Dialog>
  );
}

/** Begins anew each time that the dialog opens. */
function Choice(props: Omit<CompareDialogProps, 'opened'>): ReactElement {
  const { compared, objective, first = [], onClose, onChoose } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const room = mostCompared - compared.length;
  return (
    <>
      <Text size="sm" mb="sm">
        What each had found for the same device time.
        {objective ? ` Those that ${objective.direction} ${objective.metric}, too, can be compared.` : ''}
      </Text>
      <ExperimentSelect
        size="sm"
        // The dialog gives it the focus: the list would hide what the dialog says.
        openOnFocus={false}
        label="Experiments"
        description={`Newest first. At most ${room}.`}
        placeholder="Choose or search by name"
        nothingFoundMessage={`No other experiment${objective ? ' with this objective' : ''} has such a name`}
        filter={
          objective ? { objective: { metric: objective.metric, direction: objective.direction } } : everyExperiment
        }
        first={first}
        without={compared}
        maxValues={room}
        chosen={chosen}
        onChange={setChosen}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onClose();
            onChoose(chosen);
          }}
        >
          Compare
        </Button>
      </Group>
    </>
  );
}

const everyExperiment = {};
