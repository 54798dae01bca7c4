import type { CSSProperties, ReactElement, ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** The tooltip; the value in full where it may be cut. */
  readonly title?: string | undefined;
}

/** Named values in as many columns as fit. `width`: the least width of a column, in pixels. */
export function Facts({ facts, width = 104 }: { readonly facts: readonly Fact[]; width?: number }): ReactElement {
  return (
    <dl className={classes.facts} style={{ '--fact-width': `${width}px` } as CSSProperties}>
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt title={fact.name}>{fact.name}</dt>
          <dd title={fact.title}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
