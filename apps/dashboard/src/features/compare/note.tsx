import { Alert } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** Something to know of the comparison, in the text's own colour: yellow can't be read on white. */
export function Note({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Alert
      color="yellow"
      variant="outline"
      mb="md"
      title={title}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {children}
    </Alert>
  );
}
