'use client';

import type { BranchName } from '@cambium/core';
import { issuesUnder, issueText } from '@cambium/ui';
import { Select, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { DialectEditor } from './dialect-editor.js';
import classes from './new-experiment.module.css';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';
import { textAt } from './text-at.js';

const titles: Record<BranchName, string> = {
  hp: 'Hyperparameters',
  arch: 'Architecture',
  aug: 'Augmentation',
  train: 'Training procedure',
};
const branches = Object.keys(titles) as BranchName[];

/** Which branches are searched, and where. */
export function SpaceSection(props: SectionProps): ReactElement {
  const { catalog, spec, issues } = props;
  const task = catalog.tasks.find((each) => each.name === textAt(spec, ['task', 'name']));
  const own = issuesUnder(issues, 'space').filter((issue) => issue.path.length === 0);
  return (
    <section className="card" aria-label="Search space">
      <h2 className={classes.title}>Search space</h2>
      <p className={classes.note}>
        Switch on what is searched. Branches that are off keep the task’s own values.
        {task?.ownSpace === true ? ` With none on, the space that ${task.name} brings is searched.` : ''}
      </p>
      {own.length > 0 ? (
        <Text size="xs" c="var(--mantine-color-error)" mb="xs">
          {issueText(own)}
        </Text>
      ) : null}
      {branches
        .filter((branch) => !task || task.branches.includes(branch) || valueAt(spec, ['space', branch]) !== undefined)
        .map((branch) => (
          <Branch key={branch} branch={branch} {...props} />
        ))}
    </section>
  );
}

function Branch({ branch, ...props }: SectionProps & { readonly branch: BranchName }): ReactElement {
  const { catalog, spec, set, issues } = props;
  const dialects = catalog.dialects.filter((each) => each.branch === branch);
  const value = valueAt(spec, ['space', branch]);
  const on = value !== undefined;
  const written = jsonRecord(value).dialect;
  // The hp branch may leave the name of its own dialect out.
  const dialect = dialects.find(({ name }) => name === (typeof written === 'string' ? written : branch));
  const ofBranch = issuesUnder(issues, 'space', branch);
  const start = { dialect: dialects[0]?.name ?? branch };
  const ownText = issueText(ofBranch.filter((issue) => issue.path.length === 0 || issue.path[0] === 'dialect'));
  return (
    <fieldset className={classes.branch} aria-label={titles[branch]}>
      <div className={classes.branchHead}>
        <Switch
          size="sm"
          label={titles[branch]}
          description={dialect?.summary}
          checked={on}
          error={ownText}
          onChange={(event) => set(['space', branch], event.currentTarget.checked ? start : undefined)}
        />
        {on ? (
          <Select
            size="xs"
            w={200}
            aria-label={`Dialect of ${titles[branch].toLowerCase()}`}
            data={dialects.map((each) => each.name)}
            value={dialect?.name ?? null}
            allowDeselect={false}
            onChange={(name) => set(['space', branch], { dialect: name })}
          />
        ) : null}
      </div>
      {on ? (
        <div className={classes.branchBody}>
          <DialectEditor {...props} branch={branch} dialect={dialect} issues={ofBranch} />
        </div>
      ) : null}
    </fieldset>
  );
}
