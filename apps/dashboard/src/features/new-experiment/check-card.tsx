'use client';

import { ErrorList } from '@cambium/ui';
import { Alert, Text } from '@mantine/core';
import type { ReactElement } from 'react';
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
    case 'unreachable':
      return (
        <Alert color="red" variant="outline" title="It can't be checked at this moment">
          {validation.message}
        </Alert>
      );
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
