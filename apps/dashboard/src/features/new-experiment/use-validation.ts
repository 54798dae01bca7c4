'use client';

import { useApolloClient } from '@apollo/client/react';
import { ValidateExperimentDocument, type ValidateExperimentQuery } from '@cambium/graphql';
import { useEffect, useState } from 'react';
import { classifyFailure, type Failure } from '../shell/failure.js';
import type { ParsedSpec } from './spec-text.js';

export type Validation =
  | { readonly kind: 'checking' }
  /** There is no specification to check; the reason. */
  | { readonly kind: 'unreadable'; readonly message: string }
  | { readonly kind: 'checked'; readonly result: ValidateExperimentQuery['validateExperiment'] }
  /** The server gave no answer; `retry` asks again. */
  | { readonly kind: 'unanswered'; readonly failure: Failure; readonly retry: () => void };

const pauseMs = 300;

/** Asks the server what is wrong with the specification, a moment after the last change. The last answer stays until then. */
export function useValidation(parsed: ParsedSpec): Validation {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Validation>({ kind: 'checking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (parsed.kind === 'unreadable') return;
    let current = true;
    const timer = setTimeout(async () => {
      const next = await client
        .query({
          query: ValidateExperimentDocument,
          variables: { spec: parsed.spec as never },
          fetchPolicy: 'no-cache',
        })
        .then(
          ({ data }): Validation =>
            data ? { kind: 'checked', result: data.validateExperiment } : { kind: 'checking' },
          (error: unknown): Validation => ({
            kind: 'unanswered',
            failure: classifyFailure(error),
            retry: () => setAttempt(attempt + 1),
          }),
        );
      if (current) setAnswer(next);
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, parsed, attempt]);
  return parsed.kind === 'unreadable' ? parsed : answer;
}
