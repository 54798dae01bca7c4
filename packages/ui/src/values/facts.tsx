import { type CSSProperties, Fragment, type ReactElement, type ReactNode } from 'react';
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
          <dt>
            <BreakableName name={fact.name} />
          </dt>
          <dd title={fact.title}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names of metrics and parameters are one long word: they break after `_` and `.` before they break anywhere. */
function BreakableName({ name }: { readonly name: string }): ReactNode {
  return name.split(/(?<=[_.])/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one name never move
    <Fragment key={i}>
      {i > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
