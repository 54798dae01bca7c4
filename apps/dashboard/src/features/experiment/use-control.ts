'use client';

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { ControlResultFragment, ExperimentLiveFragment } from '@cambium/graphql';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';

/** A mutation of an experiment, and where in its answer the result is. */
export interface ControlRequest<Data, Variables extends OperationVariables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly result: (data: Data) => ControlResultFragment;
}

export interface Control {
  readonly busy: boolean;
  /** Gives the experiment's new state, or null after telling the user what was refused. */
  readonly run: <Data, Variables extends OperationVariables>(
    request: ControlRequest<Data, Variables>,
  ) => Promise<ExperimentLiveFragment | null>;
}

export function useControl(): Control {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const run: Control['run'] = async ({ document, variables, result }) => {
    setBusy(true);
    try {
      const { data } = await client.mutate({ mutation: document as unknown as TypedDocumentNode, variables });
      const payload = result(data as never);
      if (payload.errors.length > 0) refuse(payload.errors.map((error) => error.message).join(' '));
      return payload.experiment;
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}

function refuse(message: string): void {
  notifications.show({ color: 'red', title: 'That did not work', message });
}
