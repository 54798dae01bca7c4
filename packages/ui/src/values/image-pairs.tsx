import type { ReactElement } from 'react';
import classes from './image-pairs.module.css';

export interface ImagePair {
  readonly label: string;
  /** PNG data URLs. */
  readonly before: string;
  readonly after: string;
}

/** Images before and after something was done to them, side by side. */
export function ImagePairs({ pairs, label }: { readonly pairs: readonly ImagePair[]; label: string }): ReactElement {
  return (
    <ul className={classes.pairs} aria-label={label}>
      {pairs.map((pair, i) => (
        <li key={i}>
          <div className={classes.images}>
            <img src={pair.before} alt={`${pair.label}, original`} title="original" />
            <img src={pair.after} alt={`${pair.label}, augmented`} title="augmented" />
          </div>
          <div className={classes.label} title={pair.label}>
            {pair.label}
          </div>
        </li>
      ))}
    </ul>
  );
}
