'use client';

import { NumberField } from '@cambium/ui';
import { CloseButton, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';

export interface ParamFieldProps {
  readonly name: string;
  /** As the server says it; undefined for a parameter that the space does not have. */
  readonly domain: unknown;
  readonly value: unknown;
  readonly error: string | undefined;
  /** undefined takes the value away. */
  readonly onChange: (value: unknown) => void;
}

/** One value of a parameter. */
export function ParamField({ name, domain, value, error, onChange }: ParamFieldProps): ReactElement {
  const { kind, choices, low, high } = jsonRecord(domain);
  const remove = <CloseButton size="xs" aria-label={`Leave ${name} out`} onClick={() => onChange(undefined)} />;
  if (Array.isArray(choices)) {
    return (
      <Select
        size="xs"
        label={name}
        data={[...new Set([...choices, value])].map(String)}
        value={String(value)}
        error={error}
        allowDeselect={false}
        rightSection={remove}
        rightSectionPointerEvents="all"
        onChange={(text) => onChange(choices.find((choice) => String(choice) === text) ?? text)}
      />
    );
  }
  return (
    <NumberField
      label={name}
      description={typeof low === 'number' && typeof high === 'number' ? `${low} to ${high}` : undefined}
      integer={kind === 'int'}
      value={value}
      error={error}
      rightSection={remove}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
