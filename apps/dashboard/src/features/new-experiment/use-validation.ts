'use client';

import { useApolloClient } from '@apollo/client/react';
import { ValidateExperimentDocument, type ValidateExperimentQuery } from '@cambium/graphql';
import { useEffect, useState } from 'react';
import type { Spec } from './spec-text.js';

export type Validation =
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly result: ValidateExperimentQuery['validateExperiment'] }
  | { readonly kind: 'unreachable'; readonly message: string };

const pauseMs = 300;

/** Asks the server what is wrong with the specification, a moment after the last change. The last answer stays until then. */
export function useValidation(spec: Spec | null): Validation {
  const client = useApolloClient();
  const [validation, setValidation] = useState<Validation>({ kind: 'checking' });
  useEffect(() => {
    if (spec === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const { data } = await client.query({
          query: ValidateExperimentDocument,
          variables: { spec: spec as never },
          fetchPolicy: 'no-cache',
        });
        if (current && data) setValidation({ kind: 'checked', result: data.validateExperiment });
      } catch (error) {
        if (current)
          setValidation({ kind: 'unreachable', message: error instanceof Error ? error.message : String(error) });
      }
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, spec]);
  return validation;
}
