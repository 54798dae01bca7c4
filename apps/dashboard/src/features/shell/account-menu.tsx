'use client';

import { useMutation } from '@apollo/client/react';
import { SignOutDocument } from '@cambium/graphql';
import { ActionIcon, Menu } from '@mantine/core';
import type { ReactElement } from 'react';

export function AccountMenu(): ReactElement {
  const [signOut] = useMutation(SignOutDocument);
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label="Account">
          <svg width="15" height="15" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
            <circle cx="8" cy="5" r="3.2" />
            <path d="M1.8 14.5a6.2 6.2 0 0 1 12.4 0z" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {/* A full load drops every trace of the session from this page. */}
        <Menu.Item onClick={() => void signOut().finally(() => location.assign('/'))}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
