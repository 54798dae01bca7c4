'use client';

import { useQuery } from '@apollo/client/react';
import { ExperimentListDocument } from '@cambium/graphql';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';

export interface EarlierExperimentsProps {
  /** Ids. */
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (ids: readonly string[]) => void;
}

const listed = 50;
const pauseMs = 250;

/** Experiments whose results the searcher is told: the newest ones, or those whose name has what is typed. */
export function EarlierExperiments({ chosen, error, onChange }: EarlierExperimentsProps): ReactElement {
  const [text, setText] = useState('');
  const [nameContains] = useDebouncedValue(text.trim(), pauseMs);
  const { data, previousData } = useQuery(ExperimentListDocument, {
    variables: { first: listed, filter: nameContains === '' ? null : { nameContains } },
    ssr: false,
  });
  // What was found stays known when the list shows others.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const found = ((data ?? previousData)?.experiments.edges ?? []).map(({ node }) => node);
  const described = new Map([
    ...names,
    ...found.map(({ id, name, createdAt }): [string, string] => [id, `${name} · ${minuteOf(createdAt)}`]),
  ]);
  const options = [...new Set([...found.map(({ id }) => id), ...chosen])];
  return (
    <MultiSelect
      size="xs"
      label="Earlier experiments"
      description="Their complete trials are told to the searcher, as far as they are points of this space and measured what is asked."
      placeholder={chosen.length === 0 ? 'none' : undefined}
      data={options.map((id) => ({ value: id, label: described.get(id) ?? id }))}
      // The server has looked already.
      filter={({ options: all }) => all}
      value={[...chosen]}
      error={error}
      searchable
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage="No experiment has such a name"
      maxDropdownHeight={280}
      clearable
      onChange={(ids) => {
        setNames(described);
        onChange(ids);
      }}
    />
  );
}

/** Names repeat; times hardly do. UTC. */
function minuteOf(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
