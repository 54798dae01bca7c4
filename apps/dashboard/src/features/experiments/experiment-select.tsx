'use client';

import { useQuery } from '@apollo/client/react';
import { type ExperimentFilter, ExperimentListDocument } from '@cambium/graphql';
import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';

export interface ExperimentSelectProps
  extends Pick<
    MultiSelectProps,
    'label' | 'description' | 'size' | 'error' | 'maxValues' | 'nothingFoundMessage' | 'openOnFocus'
  > {
  /** Ids. */
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  /** Shown while none is chosen. */
  readonly placeholder: string;
  /** What those offered are like, besides their names. */
  readonly filter?: ExperimentFilter;
  /** Offered before all others. */
  readonly first?: readonly { readonly id: string; readonly name: string }[];
  /** Ids of those that are not offered. */
  readonly without?: readonly string[];
}

const listed = 50;
const pauseMs = 250;

/** Experiments of the workspace: the newest ones, or those whose name has what is typed. */
export function ExperimentSelect(props: ExperimentSelectProps): ReactElement {
  const { chosen, onChange, placeholder, filter = {}, first = [], without = [], ...field } = props;
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [nameContains] = useDebouncedValue(text.trim(), pauseMs);
  const { data, previousData } = useQuery(ExperimentListDocument, {
    variables: { first: listed, filter: nameContains === '' ? filter : { ...filter, nameContains } },
    ssr: false,
  });
  // What was found stays known when the list shows others.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const found = ((data ?? previousData)?.experiments.edges ?? []).map(({ node }) => node);
  const described = new Map([
    ...first.map(({ id, name }): [string, string] => [id, name]),
    ...names,
    ...found.map(({ id, name, searcherName, createdAt }): [string, string] => [
      id,
      `${name} · ${searcherName} · ${minuteOf(createdAt)}`,
    ]),
  ]);
  const leading = first.filter(({ name }) => name.toLowerCase().includes(nameContains.toLowerCase()));
  const offered = [...leading, ...found].map(({ id }) => id).filter((id) => !without.includes(id));
  const options = [...new Set([...offered, ...chosen])];
  return (
    <MultiSelect
      size="xs"
      {...field}
      placeholder={chosen.length === 0 ? placeholder : undefined}
      data={options.map((id) => ({ value: id, label: described.get(id) ?? id }))}
      // The server has looked already.
      filter={({ options: all }) => all}
      value={[...chosen]}
      searchable
      searchValue={text}
      onSearchChange={setText}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setIsOpen(true)}
      onDropdownClose={() => setIsOpen(false)}
      // A long name would widen the whole list.
      styles={{ option: { overflowWrap: 'anywhere' } }}
      maxDropdownHeight={280}
      clearable
      onChange={(ids) => {
        setNames(described);
        // It would lie over what comes next.
        setIsOpen(false);
        onChange(ids);
      }}
    />
  );
}

/** Names repeat; times hardly do. UTC. */
function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
