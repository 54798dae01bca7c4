import { Button, VisuallyHidden } from '@mantine/core';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import classes from './chart.module.css';
import type { ChartSample } from './chart-series.js';

export interface ChartFrameProps {
  readonly title: string;
  /** Says "N of M" where the chart shows a sample. */
  readonly sample?: ChartSample | undefined;
  /** Shown instead of the chart when there is nothing to draw: says what to do. */
  readonly empty?: ReactNode;
  readonly isEmpty: boolean;
  readonly tools?: ReactNode;
  readonly plot: ReactNode;
  readonly table: ReactNode;
}

/** What every chart has: a name, its honest sample size, a table view and an empty state. */
export function ChartFrame(props: ChartFrameProps): ReactElement {
  const { title, sample, empty, isEmpty, tools, plot, table } = props;
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={classes.frame} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 className={classes.title} id={id}>
          {title}
        </h3>
        {sample && !isEmpty ? (
          <span className={classes.sample}>
            {sample.shown.toLocaleString('en')} of {sample.total.toLocaleString('en')} {sample.noun}
          </span>
        ) : null}
        <div className={classes.tools}>
          {tools}
          {isEmpty ? null : (
            <Button size="compact-xs" variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? 'Chart' : 'Table'}
              <VisuallyHidden>&nbsp;view of {title}</VisuallyHidden>
            </Button>
          )}
        </div>
      </div>
      {isEmpty ? empty : asTable ? table : plot}
    </figure>
  );
}
