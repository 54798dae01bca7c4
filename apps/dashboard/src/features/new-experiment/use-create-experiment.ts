'use client';

import { useMutation } from '@apollo/client/react';
import { CreateExperimentDocument } from '@cambium/graphql';
import type { FieldIssue } from '@cambium/ui';
import { useRef } from 'react';
import { randomUuid } from '../../lib/random-uuid.js';
import { classifyFailure } from '../shell/failure.js';

export interface Creation {
  /** Resolves with the id of the experiment; null when it was not created, or nobody knows. */
  readonly create: (spec: object, start: boolean) => Promise<string | null>;
  readonly busy: boolean;
  /** What the server refused. */
  readonly refused: readonly FieldIssue[];
  /** Why there is no answer. */
  readonly failure: { readonly title: string; readonly message: string } | null;
}

/**
 * Creates an experiment. When the answer is lost, the same specification sent again carries the same id, so that it makes no
 * second one.
 */
export function useCreateExperiment(): Creation {
  const [send, { data, loading, error }] = useMutation(CreateExperimentDocument);
  const unanswered = useRef<{ readonly text: string; readonly id: string } | null>(null);
  return {
    async create(spec, start) {
      const text = JSON.stringify(spec);
      const id = unanswered.current?.text === text ? unanswered.current.id : randomUuid();
      unanswered.current = { text, id };
      const answer = await send({ variables: { spec: spec as never, start, id } }).catch(() => null);
      if (answer === null) return null;
      unanswered.current = null;
      return answer.data?.createExperiment.experiment?.id ?? null;
    },
    busy: loading,
    refused: data?.createExperiment.errors ?? [],
    failure: error ? failureOf(error) : null,
  };
}

function failureOf(error: Error): Creation['failure'] {
  const failure = classifyFailure(error);
  if (failure.kind !== 'away') return { title: 'It was not created', message: error.message };
  const message = 'It may have been created all the same. Try again when the API answers: it will not be made twice.';
  return { title: 'No answer', message };
}
