import { Anchor, Table } from '@mantine/core';
import { Fragment, type ReactElement } from 'react';
import { formatParam } from './format-number.js';
import classes from './json-view.module.css';
import { ScrollRegion } from './scroll-region.js';

export interface JsonViewProps {
  readonly value: unknown;
  /** Names the whole, for a table in it that scrolls. */
  readonly label: string;
  /** Where a number under this key leads to: the trial of that number. */
  readonly hrefOf?: ((key: string, value: number) => string | null) | undefined;
}

interface PartProps extends JsonViewProps {
  /** The nearest key above the value. */
  readonly name: string;
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** More of a list is behind a switch. */
const shownItems = 12;
const mostColumns = 8;

/** Any JSON for people: named values, lists in a line, equal objects in a table, nested ones indented; numbers to few digits. */
export function JsonView(props: JsonViewProps): ReactElement {
  return <JsonPart name="" {...props} />;
}

function JsonPart(props: PartProps): ReactElement {
  const { value } = props;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.every(isPlain)) return <PlainList {...props} value={items} />;
    if (isTable(items)) return <ObjectTable {...props} value={items} />;
    // What is in a list has no name but its place, which begins at 1 as people count.
    const places = items.map((each, i) => [String(i + 1), each] as const);
    return <JsonPart {...props} value={Object.fromEntries(places)} />;
  }
  if (!isRecord(value)) return <Plain {...props} value={value} />;
  // What fits beside others comes first.
  const entries = Object.entries(value).sort(([, a], [, b]) => Number(isWide(a)) - Number(isWide(b)));
  if (entries.length === 0) return <>none</>;
  return (
    <dl className={classes.facts}>
      {entries.map(([key, each]) => (
        <div key={key} data-wide={isWide(each) || undefined}>
          <dt title={key}>{words(key)}</dt>
          <dd title={isPlain(each) ? exact(each) : undefined}>
            <JsonPart {...props} value={each} name={/^\d+$/.test(key) ? props.name : key} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Plain({ value, name, hrefOf }: PartProps): ReactElement {
  const href = typeof value === 'number' ? (hrefOf?.(name, value) ?? null) : null;
  return href === null ? (
    <>{formatParam(value)}</>
  ) : (
    <Anchor href={href} fz="inherit" underline="always">{`#${String(value)}`}</Anchor>
  );
}

function PlainList({ value, ...rest }: PartProps & { readonly value: readonly unknown[] }): ReactElement {
  const line = (items: readonly unknown[]) =>
    items.map((each, i) => (
      // oxlint-disable-next-line react/no-array-index-key -- items have no name and never move
      <Fragment key={i}>
        {i === 0 ? '' : ', '}
        <Plain {...rest} value={each} />
      </Fragment>
    ));
  if (value.length === 0) return <>none</>;
  if (value.length <= shownItems) return <>{line(value)}</>;
  return (
    <details className={classes.more}>
      <summary>
        <span>{line(value.slice(0, shownItems))} …</span> all {value.length}
      </summary>
      {line(value.slice(shownItems))}
    </details>
  );
}

function ObjectTable({ value, label, ...rest }: PartProps & { readonly value: readonly JsonRecord[] }): ReactElement {
  const columns = columnsOf(value);
  return (
    <ScrollRegion label={`${label}: ${words(rest.name)}`} maxHeight={240}>
      <Table fz="xs" verticalSpacing={3} horizontalSpacing="xs" withRowBorders={false} w="auto">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{words(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {value.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no name and never move
            <Table.Tr key={i}>
              {columns.map((column) => (
                <Table.Td key={column} title={exact(row[column])}>
                  <Plain {...rest} label={label} name={column} value={row[column]} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** `acquisitionValue` as `acquisition value`; the name of a parameter (`hp.lr`) as it is. */
function words(key: string): string {
  return key.includes('.')
    ? key
    : key.replaceAll(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}

function isWide(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > shownItems || !value.every(isPlain);
  return isRecord(value) && Object.keys(value).length > 0;
}

/** Objects of plain values that have most of their keys in common. */
function isTable(value: readonly unknown[]): value is readonly JsonRecord[] {
  if (!value.every((each) => isRecord(each) && Object.values(each).every(isPlain))) return false;
  const rows = value as readonly JsonRecord[];
  const cells = rows.reduce((sum, row) => sum + Object.keys(row).length, 0);
  const columns = columnsOf(rows).length;
  return columns <= mostColumns && cells * 2 >= columns * rows.length;
}

function columnsOf(rows: readonly JsonRecord[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/** With all its digits. */
function exact(value: unknown): string | undefined {
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
