'use client';

import { ErrorList } from '@cambium/ui';
import { Alert, Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { ReturnWatch } from '../shell/return-watch.js';
import classes from './new-experiment.module.css';
import type { Validation } from './use-validation.js';

/** What the server says about the specification: everything that is wrong in one list, or how large the space is. */
export function CheckCard({ validation }: { readonly validation: Validation }): ReactElement {
  return (
    <div aria-live="polite">
      <CheckResult validation={validation} />
    </div>
  );
}

function CheckResult({ validation }: { readonly validation: Validation }): ReactElement {
  switch (validation.kind) {
    case 'checking':
      return <Text size="sm">Checking…</Text>;
    case 'unreadable':
      return (
        <Text size="sm" c="var(--mantine-color-error)">
          The YAML can’t be read, so there is nothing to check.
        </Text>
      );
    case 'unanswered':
      return <NoAnswer {...validation} />;
    case 'checked': {
      const { errors, parameters } = validation.result;
      if (errors.length > 0) {
        return (
          <ErrorList
            issues={errors}
            title={errors.length === 1 ? 'One thing is wrong' : `${errors.length} things are wrong`}
          />
        );
      }
      const conditional = parameters.filter(
        (each) => Array.isArray(each.conditions) && each.conditions.length > 0,
      ).length;
      return (
        <Text size="sm">
          <span className={classes.ok}>Ready.</span> The space has {parameters.length} parameters, {conditional} of them
          conditional.
        </Text>
      );
    }
  }
}

/** An API that is away is asked again when it is back; about anything else the person decides. */
function NoAnswer({ failure, retry }: Extract<Validation, { kind: 'unanswered' }>): ReactElement {
  const reasons = {
    away: 'The API does not answer. It is asked again when it does.',
    'signed-out': 'You are not signed in any more.',
  };
  return (
    <Alert color="red" variant="outline" title="It can’t be checked at this moment">
      {failure.kind === 'other' ? failure.message : reasons[failure.kind]}{' '}
      {failure.kind === 'away' ? (
        <ReturnWatch onReturn={retry} />
      ) : (
        <Button size="compact-xs" variant="default" onClick={retry}>
          Check again
        </Button>
      )}
    </Alert>
  );
}
