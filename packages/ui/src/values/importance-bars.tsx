import { Button } from '@mantine/core';
import { type ReactElement, useId, useState } from 'react';
import classes from './importance-bars.module.css';

export interface ImportanceBar {
  readonly name: string;
  /** In parts of all, from 0 to 1. */
  readonly share: number;
  /** False: what has nothing to do with the values would often look as important. */
  readonly clear: boolean;
}

export interface ImportanceBarsProps {
  readonly title: string;
  /** The most important first. */
  readonly bars: readonly ImportanceBar[];
  /** Of these, how many are shown at first. */
  readonly most?: number;
}

/** What mattered how much, as bars. */
export function ImportanceBars({ title, bars, most = 8 }: ImportanceBarsProps): ReactElement {
  const [all, setAll] = useState(false);
  const id = useId();
  const longest = Math.max(...bars.map(({ share }) => share), 1e-9);
  const shown = all ? bars : bars.slice(0, most);
  return (
    <div>
      <h4 className={classes.title} id={id}>
        {title}
      </h4>
      <ul className={classes.list} aria-labelledby={id}>
        {shown.map(({ name, share, clear }) => (
          <li key={name}>
            <span className={clear ? classes.name : `${classes.name} ${classes.unclear}`} title={name}>
              {name}
            </span>
            <span className={clear ? classes.track : `${classes.track} ${classes.unclear}`} aria-hidden>
              <span className={classes.bar} style={{ width: `${(100 * share) / longest}%` }} />
            </span>
            <span className={clear ? classes.share : `${classes.share} ${classes.unclear}`}>
              {clear ? '' : <span title="No clearer than by chance">≈ </span>}
              {Math.round(100 * share)} %
            </span>
          </li>
        ))}
      </ul>
      {bars.length > most ? (
        <Button size="compact-xs" variant="default" mb="xs" onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `${bars.length - most} more`}
        </Button>
      ) : null}
    </div>
  );
}
