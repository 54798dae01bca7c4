'use client';

import { Modal, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

export interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question over the page; Escape answers "no". Without Mantine's header, which would be a second page banner. */
export function Dialog({ title, opened, onClose, children }: DialogProps): ReactElement {
  return (
    <Modal.Root opened={opened} onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body p="lg">
          <Title order={2} size="h4" mb="sm">
            {title}
          </Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
