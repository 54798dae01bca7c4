'use client';

import { issuesUnder } from '@cambium/ui';
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { HpRow } from './hp-row.js';
import type { DialectEditorProps } from './section-props.js';
import { valueAt } from './spec-text.js';
import { textAt } from './text-at.js';

/** One row per hyperparameter: the `hyperparameters` editor. */
export function HpEditor({ branch, catalog, spec, set, setObject, issues }: DialectEditorProps): ReactElement {
  const task = catalog.tasks.find((each) => each.name === textAt(spec, ['task', 'name']));
  const known = jsonRecord(task?.hyperparameters);
  const domains = jsonRecord(valueAt(spec, ['space', branch]));
  // The dialect's name is a text; a hyperparameter may be called so too.
  const names = Object.keys(domains).filter((name) => typeof domains[name] !== 'string');
  const unused = Object.keys(known).find((name) => !names.includes(name));
  const rename = (from: string, to: string) => {
    if (to === '' || to === from || to in domains) return;
    const renamed = Object.entries(domains).map(([name, domain]) => [name === from ? to : name, domain] as const);
    set(['space', branch], Object.fromEntries(renamed));
  };
  const add = () => {
    const name = unused ?? `param${names.length + 1}`;
    set(['space', branch, name], { type: 'float', low: 0.0001, high: 0.1, log: true });
  };
  return (
    <>
      {names.map((name, i) => (
        <HpRow
          // A row keeps its place while its name is typed.
          key={`${i}`}
          name={name}
          domain={jsonRecord(domains[name])}
          suggestions={known}
          others={names.filter((each) => each !== name)}
          issues={issuesUnder(issues, name)}
          onRename={(to) => rename(name, to)}
          onChange={(domain) =>
            domain ? setObject(['space', branch, name], domain) : set(['space', branch, name], undefined)
          }
        />
      ))}
      <Button size="compact-xs" variant="default" onClick={add}>
        Add a hyperparameter
      </Button>
    </>
  );
}
