'use client';

import { DescribedSelect, issuesUnder, issueText, type JsonSchema, SchemaForm } from '@cambium/ui';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { methodOptions } from './method-options.js';
import classes from './new-experiment.module.css';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';
import { textAt } from './text-at.js';

export interface AlgorithmSectionProps extends SectionProps {
  readonly part: 'searcher' | 'pruner';
}

const words = {
  searcher: { title: 'Searcher', label: 'Who proposes trials', absent: 'auto' },
  pruner: { title: 'Pruner', label: 'Who ends bad trials early', absent: 'nobody' },
} as const;

/** A named algorithm and its options, drawn from its schema. Both may be absent. */
export function AlgorithmSection(props: AlgorithmSectionProps): ReactElement {
  const { part, catalog, spec, set, setObject, issues, found } = props;
  const entries = part === 'searcher' ? catalog.searchers : catalog.pruners;
  const entry = entries.find((each) => each.name === textAt(spec, [part, 'name']));
  const own = issuesUnder(issues, part);
  return (
    <section className="card" aria-label={words[part].title}>
      <h2 className={classes.title}>{words[part].title}</h2>
      <DescribedSelect
        label={words[part].label}
        placeholder={words[part].absent}
        options={methodOptions(part, catalog, found.unfit)}
        value={entry?.name ?? null}
        clearable
        error={issueText(own.filter((issue) => issue.path[0] !== 'options'))}
        onChange={(name) => set([part], name === null ? undefined : { name })}
      />
      {entry ? (
        <SchemaForm
          key={entry.name}
          schema={jsonRecord(entry.schema) as JsonSchema}
          value={jsonRecord(valueAt(spec, [part, 'options']))}
          onChange={(next) => setObject([part, 'options'], next)}
          issues={issuesUnder(own, 'options')}
        />
      ) : null}
    </section>
  );
}
