/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose rows take the focus is a grid */
import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { type TrialColumnOptions, trialColumns, trialFeatures } from './trial-columns.js';
import type { TrialOrder, TrialRowData } from './trial-row.js';
import classes from './trial-table.module.css';
import { TrialTableHead } from './trial-table-head.js';
import { TrialTableLegend } from './trial-table-legend.js';
import { TrialTableRow } from './trial-table-row.js';
import { useRowKeys } from './use-row-keys.js';
import { useTrialClick } from './use-trial-click.js';

const rowHeight = 30;
const headHeight = 33;
const checkWidth = 38;
const scrollbarHeight = 18;
const leastRows = 5;
/** More rows are asked for when so many are left below the view. */
const moreBefore = 42;

export interface TrialTableProps extends TrialColumnOptions {
  readonly rows: readonly TrialRowData[];
  /** Trials that match, loaded or not. */
  readonly totalCount: number;
  /** Names what is listed: with another filter or order the table begins at its top. */
  readonly list?: string;
  readonly sort: TrialOrder;
  readonly onSort: (sort: TrialOrder) => void;
  /** Numbers of the selected trials. */
  readonly selected: readonly number[];
  readonly onToggle: (number: number) => void;
  readonly onOpen: (number: number) => void;
  /** Column ids that are not shown. */
  readonly hidden?: readonly string[];
  /** More rows wait on the server. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly empty?: ReactNode;
  /** Said beside how many rows are loaded. */
  readonly note?: string | undefined;
  /** Of the scrolling area at most, in CSS pixels. */
  readonly height?: number;
}

/** Live trials: only the rows in view are in the page, the server sorts and filters, scrolling loads more. */
export function TrialTable(props: TrialTableProps): ReactElement {
  const {
    rows,
    totalCount,
    sort,
    onSort,
    selected,
    onToggle,
    onOpen,
    hidden = [],
    hasMore,
    onMore,
    height = 480,
  } = props;
  const { objectives, metrics, params, maxStep, trialHref } = props;
  const { columns, facts } = useMemo(
    () => trialColumns({ objectives, metrics, params, maxStep, trialHref }),
    [objectives, metrics, params, maxStep, trialHref],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features: trialFeatures,
    columns,
    data: rows,
    getRowId: (row: TrialRowData) => row.id,
    state: { columnVisibility },
  });
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => {
    const fact = facts.get(id);
    return fact ? [{ id, fact }] : [];
  });
  const template = `${checkWidth}px ${shown.map(({ fact }) => `minmax(${fact.width}px, ${fact.width}fr)`).join(' ')}`;
  const scroller = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const keys = useRowKeys({
    rows,
    page: Math.floor(height / rowHeight) - 1,
    scrollTo: (index) => {
      moved.current = index !== keys.active;
      virtual.scrollToIndex(index);
    },
    onToggle: (index) => rows[index] && onToggle(rows[index].number),
    onOpen: (index) => rows[index] && onOpen(rows[index].number),
  });
  // oxlint-disable-next-line react/incompatible-library -- a warning for the React Compiler, which does not run here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headHeight,
    initialRect: { width: 1000, height },
    // The row with the focus stays in the page when it is out of sight, or the focus would be lost.
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return keys.active < 0 || near.includes(keys.active) ? near : [...near, keys.active].sort((a, b) => a - b);
    },
  });
  const trialClick = useTrialClick(onOpen);
  const items = virtual.getVirtualItems();
  const { startIndex: firstInView = 0, endIndex: lastInView = 0 } = virtual.range ?? {};
  const tabStop = keys.active < 0 ? firstInView : keys.active;

  const more = useEffectEvent(onMore);
  const nearEnd = lastInView >= rows.length - moreBefore;
  useEffect(() => {
    if (nearEnd && hasMore) more();
  }, [nearEnd, hasMore, rows.length]);

  const { list } = props;
  // oxlint-disable-next-line react/exhaustive-deps -- another list is the reason, not an input
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [list]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${keys.active}"]`);
    row?.focus({ preventScroll: true });
  }, [keys.active]);

  const model = table.getRowModel().rows;
  return (
    <div>
      <div ref={scroller} className={classes.scroller} style={{ height: Math.min(height, fittingHeight(rows.length)) }}>
        <table
          role="grid"
          aria-label="Trials"
          aria-multiselectable="true"
          aria-rowcount={totalCount + 1}
          aria-colcount={shown.length + 1}
          className={classes.table}
          onKeyDown={keys.onKeyDown}
          {...trialClick}
        >
          <TrialTableHead columns={shown} template={template} sort={sort} onSort={onSort} />
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = model[item.index];
              if (!row) return null;
              return (
                <TrialTableRow
                  key={row.id}
                  row={row}
                  facts={facts}
                  index={item.index}
                  start={item.start}
                  template={template}
                  isSelected={selected.includes(row.original.number)}
                  isTabStop={item.index === tabStop}
                  onToggle={onToggle}
                  onFocus={keys.setActive}
                />
              );
            })}
          </tbody>
        </table>
        {rows.length === 0 ? props.empty : null}
      </div>
      <div className={classes.foot}>
        <span>
          {rows.length.toLocaleString('en')} of {totalCount.toLocaleString('en')} trials loaded
          {props.note ? ` · ${props.note}` : ''}
        </span>
        <TrialTableLegend rows={rows} hasFront={objectives.length > 1} />
        <span>↑ ↓ move · Space selects · Enter opens</span>
      </div>
    </div>
  );
}

/** As high as so many rows need, in CSS pixels; few trials, or the words instead of none, leave no large gap below. */
function fittingHeight(rows: number): number {
  return headHeight + Math.max(rows, leastRows) * rowHeight + scrollbarHeight;
}
