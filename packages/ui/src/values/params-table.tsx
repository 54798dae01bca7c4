import type { ReactElement } from 'react';
import { Facts } from './facts.js';
import { formatParam } from './format-number.js';

const branchTitles: Readonly<Record<string, string>> = {
  hp: 'Hyperparameters',
  arch: 'Architecture',
  aug: 'Augmentation',
  train: 'Training',
};

/** The params of a trial by branch, without their branch's prefix. */
export function ParamsTable({ params }: { readonly params: Readonly<Record<string, unknown>> }): ReactElement {
  const branches = groupByBranch(params);
  if (branches.size === 0) return <p>This trial has no parameters.</p>;
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {[...branches].map(([branch, entries]) => (
        <div key={branch}>
          <h4 style={{ margin: '0 0 4px', fontSize: 12, color: 'var(--cambium-quiet)' }}>
            {branchTitles[branch] ?? branch}
          </h4>
          <Facts
            facts={entries.map(([name, value]) => ({
              name: name.slice(branch.length + 1) || name,
              value: formatParam(value),
              title: `${name} = ${JSON.stringify(value)}`,
            }))}
          />
        </div>
      ))}
    </div>
  );
}

function groupByBranch(params: Readonly<Record<string, unknown>>): Map<string, [string, unknown][]> {
  const groups = new Map<string, [string, unknown][]>();
  for (const entry of Object.entries(params)) {
    const branch = entry[0].split('.', 1)[0] ?? '';
    groups.set(branch, [...(groups.get(branch) ?? []), entry]);
  }
  return groups;
}
