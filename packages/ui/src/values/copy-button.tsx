import { Button, CopyButton as Copy } from '@mantine/core';
import type { ReactElement } from 'react';

/** Copies `value`; says so to screen readers too. */
export function CopyButton({ value, label }: { readonly value: string; readonly label: string }): ReactElement {
  return (
    <Copy value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button size="compact-xs" variant="default" onClick={copy}>
          <span aria-live="polite">{copied ? 'Copied' : label}</span>
        </Button>
      )}
    </Copy>
  );
}
