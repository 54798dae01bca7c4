import { Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';

export interface NullableFieldProps {
  readonly title: string;
  readonly isNull: boolean;
  /** False takes the null away, so that the default counts. */
  readonly onNull: (isNull: boolean) => void;
  readonly children: ReactElement | null;
}

/** A field whose default is not null, though it may be: emptying it gives the default, so null needs a switch of its own. */
export function NullableField({ title, isNull, onNull, children }: NullableFieldProps): ReactElement {
  return (
    <div>
      {children}
      <Checkbox
        size="xs"
        mt={6}
        label={`No ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
        checked={isNull}
        onChange={(event) => onNull(event.currentTarget.checked)}
      />
    </div>
  );
}
