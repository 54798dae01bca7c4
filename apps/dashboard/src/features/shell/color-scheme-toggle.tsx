'use client';

import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import type { ReactElement } from 'react';

/** Switches between light and dark; follows the system until it is used. */
export function ColorSchemeToggle(): ReactElement {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const dark = useMounted() && scheme === 'dark';
  return (
    <ActionIcon
      variant="default"
      size="md"
      aria-label={dark ? 'Use the light theme' : 'Use the dark theme'}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <svg width="15" height="15" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
        {dark ? (
          <path d="M8 4.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M8 0l1 2.6H7zM8 16l1-2.6H7zM0 8l2.6 1V7zM16 8l-2.6 1V7zM2.3 2.3l2.6 1.2-1.4 1.4zM13.7 13.7l-2.6-1.2 1.4-1.4zM2.3 13.7l1.2-2.6 1.4 1.4zM13.7 2.3l-1.2 2.6-1.4-1.4z" />
        ) : (
          <path d="M6.2 1.2a7 7 0 1 0 8.6 8.6A5.6 5.6 0 0 1 6.2 1.2" />
        )}
      </svg>
    </ActionIcon>
  );
}
