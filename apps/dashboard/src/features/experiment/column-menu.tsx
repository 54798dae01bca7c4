'use client';

import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import type { ReactElement } from 'react';

export interface ColumnMenuProps {
  readonly metrics: readonly string[];
  readonly params: readonly string[];
  /** Column ids. */
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** Which metrics and parameters the table shows. */
export function ColumnMenu({ metrics, params, hidden, onChange }: ColumnMenuProps): ReactElement {
  const groups = [
    { title: 'Metrics', ids: metrics.map((name) => ({ id: `metric:${name}`, name })) },
    { title: 'Parameters', ids: params.map((name) => ({ id: `param:${name}`, name })) },
  ];
  return (
    <Popover position="bottom-end" width={260} trapFocus withinPortal>
      <Popover.Target>
        <Button size="xs" variant="default">
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={360}>
          {groups
            .filter(({ ids }) => ids.length > 0)
            .map(({ title, ids }) => (
              <Stack key={title} component="fieldset" gap={6} mb="sm" p={0} bd={0} aria-label={title}>
                <Text size="xs" fw={600}>
                  {title}
                </Text>
                {ids.map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    size="xs"
                    label={name}
                    styles={{ label: { overflowWrap: 'anywhere' } }}
                    checked={!hidden.includes(id)}
                    onChange={(event) =>
                      onChange(event.currentTarget.checked ? hidden.filter((each) => each !== id) : [...hidden, id])
                    }
                  />
                ))}
              </Stack>
            ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
