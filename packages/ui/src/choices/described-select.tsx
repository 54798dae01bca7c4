import {
  type ComboboxItem,
  type ComboboxItemGroup,
  type ComboboxParsedItem,
  isOptionsGroup,
  type OptionsFilter,
  Select,
} from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './described-select.module.css';

/** A named thing that can be chosen. */
export interface DescribedOption {
  readonly name: string;
  /** One sentence: when to take it. */
  readonly summary: string;
  /** What it can do, in a word or two each. */
  readonly tags?: readonly string[];
  /** Heading of those that belong together. */
  readonly group?: string;
  /** Why it does not fit here. It can be chosen all the same: what it does not fit may change. */
  readonly problem?: string | undefined;
}

export interface DescribedSelectProps {
  readonly label: string;
  readonly options: readonly DescribedOption[];
  /** null: none. */
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly error?: string | undefined;
}

const searchableFrom = 6;

/** A choice among named things, each with its sentence; those that don't fit last in their group, with the reason. */
export function DescribedSelect(props: DescribedSelectProps): ReactElement {
  const { label, options, value, onChange, placeholder = 'choose', clearable = false, error } = props;
  const byName = new Map(options.map((option) => [option.name, option]));
  const chosen = value === null ? undefined : byName.get(value);
  return (
    <Select
      size="xs"
      mb="sm"
      label={label}
      description={chosen?.summary}
      placeholder={placeholder}
      data={grouped(options)}
      value={chosen?.name ?? null}
      error={error}
      clearable={clearable}
      allowDeselect={false}
      searchable={options.length >= searchableFrom}
      filter={nameOrSummary(byName)}
      nothingFoundMessage="Nothing of this name"
      // The list itself scrolls, as axe expects of a combobox: a scroll area in it would have to take the focus.
      withScrollArea={false}
      classNames={{ options: classes.list ?? '' }}
      withCheckIcon={false}
      // In the page's landmark that it belongs to, not at the end of the document.
      comboboxProps={{ withinPortal: false }}
      renderOption={({ option, checked = false }) => <Described option={byName.get(option.value)} isChosen={checked} />}
      onChange={onChange}
    />
  );
}

interface DescribedProps {
  readonly option: DescribedOption | undefined;
  readonly isChosen: boolean;
}

function Described({ option, isChosen }: DescribedProps): ReactElement | null {
  if (option === undefined) return null;
  const { name, summary, tags = [], problem } = option;
  return (
    <div className={classes.option}>
      <span className={classes.name}>
        {isChosen ? '✓ ' : ''}
        {name}
      </span>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
      <span className={classes.summary}>{summary}</span>
      {problem === undefined ? null : <span className={classes.problem}>Does not fit: {problem}.</span>}
    </div>
  );
}

type GroupedOption = ComboboxItem | ComboboxItemGroup<ComboboxItem>;

/** Groups in the order of their first option; in each, what fits comes first and the given order stays. */
function grouped(options: readonly DescribedOption[]): GroupedOption[] {
  const sorted = options.toSorted((a, b) => Number(a.problem !== undefined) - Number(b.problem !== undefined));
  const names = [...new Set(options.map(({ group }) => group))];
  return names.flatMap((group): GroupedOption[] => {
    const items = sorted.filter((each) => each.group === group).map(({ name }) => ({ value: name, label: name }));
    return group === undefined ? items : [{ group, items }];
  });
}

/** Finds what is typed in names and sentences; a text that is a name in full was chosen, not searched for. */
function nameOrSummary(byName: ReadonlyMap<string, DescribedOption>): OptionsFilter {
  return ({ options, search }) => {
    const text = search.trim().toLowerCase();
    if (text === '' || byName.has(search)) return options;
    const isFound = ({ value }: { readonly value: unknown }) => {
      const { name = '', summary = '' } = byName.get(String(value)) ?? {};
      return `${name} ${summary}`.toLowerCase().includes(text);
    };
    return options.flatMap((option): ComboboxParsedItem[] => {
      if (!isOptionsGroup(option)) return isFound(option) ? [option] : [];
      const items = option.items.filter(isFound);
      return items.length === 0 ? [] : [{ ...option, items }];
    });
  };
}
