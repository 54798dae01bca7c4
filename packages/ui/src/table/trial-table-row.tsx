import { Checkbox } from '@mantine/core';
import { FlexRender, type Row } from '@tanstack/react-table';
import type { ReactElement } from 'react';
import type { ColumnFacts, trialFeatures } from './trial-columns.js';
import type { TrialRowData } from './trial-row.js';
import classes from './trial-table.module.css';

export interface TrialTableRowProps {
  readonly row: Row<typeof trialFeatures, TrialRowData>;
  readonly facts: ReadonlyMap<string, ColumnFacts>;
  /** Its place among all rows, and its distance from the first one in CSS pixels. */
  readonly index: number;
  readonly start: number;
  /** Widths of the columns, as CSS wants them. */
  readonly template: string;
  readonly isSelected: boolean;
  /** Whether Tab reaches it: one row of the table. */
  readonly isTabStop: boolean;
  readonly onToggle: (number: number) => void;
  readonly onFocus: (id: string) => void;
}

/** A trial's row; it takes the focus itself. */
export function TrialTableRow(props: TrialTableRowProps): ReactElement {
  const { row, facts, index, start, template, isSelected, isTabStop, onToggle, onFocus } = props;
  const { number } = row.original;
  return (
    <tr
      // The heading is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-label={`Trial ${number}`}
      data-index={index}
      data-trial={number}
      tabIndex={isTabStop ? 0 : -1}
      className={classes.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onFocus={() => onFocus(row.id)}
    >
      <td className={classes.cell}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={`Select trial ${number}`}
          checked={isSelected}
          onChange={() => onToggle(number)}
        />
      </td>
      {row.getVisibleCells().map((cell) => (
        // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the cell's text is its label
        <td key={cell.id} className={`${classes.cell} ${facts.get(cell.column.id)?.numeric ? classes.numeric : ''}`}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  );
}
