import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';

/** The end of a row that can go. `what` is the row's name for those who don't see where the button stands. */
export function RemoveRow({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }): ReactElement {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="red"
      className={classes.rowEnd ?? ''}
      onClick={onRemove}
      aria-label={`Remove ${what}`}
    >
      Remove
    </Button>
  );
}
