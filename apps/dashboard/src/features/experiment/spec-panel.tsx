'use client';

import { CopyButton, ScrollRegion } from '@cambium/ui';
import { Group } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './experiment-view.module.css';

/** The specification as it was created: ready to run again from a terminal. */
export function SpecPanel({ yaml }: { readonly yaml: string }): ReactElement {
  return (
    <details>
      <summary>
        <strong style={{ fontSize: 14 }}>Specification</strong>
      </summary>
      <ScrollRegion label="Specification as YAML" maxHeight={420}>
        <pre className={classes.yaml}>{yaml}</pre>
      </ScrollRegion>
      <Group mt="xs">
        <CopyButton value={yaml} label="Copy YAML" />
      </Group>
    </details>
  );
}
