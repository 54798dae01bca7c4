'use client';

import { Button, Group, MultiSelect, Select, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type ReactElement, Suspense, useDeferredValue } from 'react';
import { experimentStates, type ListState, listQueryString, parseListState } from './list-state.js';
import { ListTable } from './list-table.js';

/** The list of experiments with its search, filter and order, which live in the URL. */
export function ListView(): ReactElement {
  const query = useSearchParams();
  const state = parseListState((name) => query.get(name));
  const shown = useDeferredValue(state, state);
  const key = listQueryString(shown);
  const show = (next: Partial<ListState>) =>
    window.history.replaceState(null, '', `/${listQueryString({ ...state, ...next })}`);
  const search = useDebouncedCallback((text: string) => show({ search: text.trim() }), 200);
  return (
    <>
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={1} size="h3">
          Experiments
        </Title>
        <Button component={Link} href="/experiments/new" size="sm">
          New experiment
        </Button>
      </Group>
      <Group mb="sm" gap="xs" align="end">
        <TextInput
          type="search"
          aria-label="Search by name"
          placeholder="Search by name"
          size="xs"
          w={{ base: '100%', xs: 240 }}
          defaultValue={state.search}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <MultiSelect
          aria-label="Filter by state"
          placeholder={state.states.length === 0 ? 'Any state' : ''}
          size="xs"
          flex="1 1 170px"
          maw={{ xs: 240 }}
          clearable
          data={[...experimentStates]}
          value={[...state.states]}
          onChange={(states) => show({ states: experimentStates.filter((each) => states.includes(each)) })}
        />
        <Select
          aria-label="Order"
          size="xs"
          flex="1 1 130px"
          maw={{ xs: 150 }}
          allowDeselect={false}
          data={orders.map(({ value, label }) => ({ value, label }))}
          value={`${state.sort.field}.${state.sort.order}`}
          onChange={(value) => show({ sort: orders.find((each) => each.value === value)?.sort ?? state.sort })}
        />
      </Group>
      <Suspense fallback={<p>Loading experiments…</p>}>
        <ListTable key={key} state={shown} />
      </Suspense>
    </>
  );
}

const orders = [
  { value: 'createdAt.DESC', label: 'Newest first', sort: { field: 'createdAt', order: 'DESC' } },
  { value: 'createdAt.ASC', label: 'Oldest first', sort: { field: 'createdAt', order: 'ASC' } },
  { value: 'name.ASC', label: 'Name, A to Z', sort: { field: 'name', order: 'ASC' } },
  { value: 'name.DESC', label: 'Name, Z to A', sort: { field: 'name', order: 'DESC' } },
] as const;
