'use client';

import { baselineDialect, usualBaselines } from '@cambium/core';
import { issuesUnder, issueText, type JsonSchema } from '@cambium/ui';
import { MultiSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from './new-experiment.module.css';
import type { CatalogInfo, SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';

/** What a search of augmentation policies is compared with; nothing where none is searched and none was asked for. */
export function BaselinesSection({ catalog, spec, set, issues, found }: SectionProps): ReactElement | null {
  const asked = valueAt(spec, ['baselines']);
  const isSearched = found.parameters.some(({ branch }) => branch === 'aug');
  if (!isSearched && asked === undefined) return null;
  const chosen = asked === undefined ? usualBaselines : Array.isArray(asked) ? asked.map(String) : [];
  return (
    <section className="card" aria-label="Baselines">
      <h2 className={classes.title}>Baselines</h2>
      <MultiSelect
        size="xs"
        label="Compared with"
        description="Published policies, each trained with the first design and in the end with the best one, outside of the budget. A searched policy says little without them."
        placeholder={chosen.length === 0 ? 'nothing' : undefined}
        data={[...new Set([...policyNames(catalog), ...chosen])]}
        value={[...chosen]}
        error={issueText(issuesUnder(issues, 'baselines'))}
        clearable
        searchable
        onChange={(names) => set(['baselines'], isSearched || names.length > 0 ? names : undefined)}
      />
    </section>
  );
}

/** What may be named: the choices of the published policies' dialect. */
function policyNames({ dialects }: CatalogInfo): string[] {
  const dialect = dialects.find(({ name, branch }) => name === baselineDialect && branch === 'aug');
  const schema: JsonSchema = jsonRecord(dialect?.schema);
  return schema.properties?.policies?.items?.enum?.map(String) ?? [];
}
