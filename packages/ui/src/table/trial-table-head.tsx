import { VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import type { ColumnFacts } from './trial-columns.js';
import { sameField, type TrialOrder } from './trial-row.js';
import classes from './trial-table.module.css';

export interface TrialTableHeadProps {
  readonly columns: readonly { readonly id: string; readonly fact: ColumnFacts }[];
  readonly template: string;
  readonly sort: TrialOrder;
  readonly onSort: (sort: TrialOrder) => void;
}

/** Column headings; those that the server can sort by are buttons. */
export function TrialTableHead({ columns, template, sort, onSort }: TrialTableHeadProps): ReactElement {
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.row} style={{ gridTemplateColumns: template }}>
        <th scope="col" className={classes.cell}>
          <VisuallyHidden>Selected</VisuallyHidden>
        </th>
        {columns.map(({ id, fact }) => (
          <Heading key={id} fact={fact} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function Heading(props: { fact: ColumnFacts; sort: TrialOrder; onSort: (sort: TrialOrder) => void }): ReactElement {
  const { fact, sort, onSort } = props;
  const className = `${classes.cell} ${fact.numeric ? classes.numeric : ''}`;
  const by = fact.sort;
  if (by === null) {
    return (
      <th scope="col" className={className} title={fact.title}>
        <span className={classes.plain}>{fact.title}</span>
      </th>
    );
  }
  const sorted = sameField(sort, by);
  const turned = sorted && sort.order === 'DESC' ? 'ASC' : 'DESC';
  const state = sorted ? (sort.order === 'ASC' ? 'ascending' : 'descending') : 'none';
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the title is its text
    <th scope="col" aria-sort={state} className={className} title={`Sort by ${fact.title}`}>
      <button type="button" className={classes.sort} onClick={() => onSort({ ...by, order: turned })}>
        <span>{fact.title}</span>
        <span aria-hidden="true">{sorted ? (sort.order === 'ASC' ? '↑' : '↓') : ''}</span>
      </button>
    </th>
  );
}
