import type { ReactElement } from 'react';
import classes from './chart.module.css';
import type { ChartSeries } from './chart-series.js';

/** Which colour is which series, strong ones first. At most `limit`; more lines than that are told apart by hovering. */
export function ChartLegend({
  series,
  limit = 10,
}: {
  readonly series: readonly ChartSeries[];
  limit?: number;
}): ReactElement {
  const named = series.toSorted((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false)).slice(0, limit);
  return (
    <ul className={classes.legend}>
      {named.map((each) => (
        <li key={each.id}>
          <span style={{ color: `var(${each.color})` }} data-hollow={each.hollow || undefined} />
          {each.label}
        </li>
      ))}
      {series.length > limit ? <li>and {series.length - limit} more</li> : null}
    </ul>
  );
}
