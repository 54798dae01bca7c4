import { Stack, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

export interface EmptyStateProps {
  readonly title: string;
  /** What to do now. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Heading level in the page's outline. */
  readonly order?: 1 | 2 | 3 | 4;
  readonly compact?: boolean;
}

/** Nothing to show: says why and what to do. */
export function EmptyState({ title, children, action, order = 2, compact = false }: EmptyStateProps): ReactElement {
  return (
    <Stack align="center" justify="center" gap="xs" px="md" py={compact ? 'md' : 48} ta="center">
      <Title order={order} size="h5">
        {title}
      </Title>
      {children ? (
        <Text component="div" size="sm" c="var(--cambium-quiet)" maw={560}>
          {children}
        </Text>
      ) : null}
      {action}
    </Stack>
  );
}
