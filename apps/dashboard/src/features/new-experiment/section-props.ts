import type { BranchName } from '@cambium/core';
import type { CatalogQuery, ValidateExperimentQuery } from '@cambium/graphql';
import type { FieldIssue } from '@cambium/ui';
import type { Spec, SpecPath } from './spec-text.js';

export type CatalogInfo = CatalogQuery['catalog'];
export type TaskInfo = CatalogInfo['tasks'][number];

/** What the server reads out of the specification as it is. */
export type SpecFindings = Pick<ValidateExperimentQuery['validateExperiment'], 'parameters' | 'metrics' | 'unfit'>;

/** What every section of the form gets. */
export interface SectionProps {
  readonly catalog: CatalogInfo;
  readonly spec: Spec;
  /** Sets one value; undefined removes it. */
  readonly set: (path: SpecPath, value: unknown) => void;
  /** Writes the changed keys of the object at a path. */
  readonly setObject: (path: SpecPath, after: Spec) => void;
  readonly issues: readonly FieldIssue[];
  readonly found: SpecFindings;
}

/** What the editor of a branch gets; the paths of its issues start at the branch. */
export interface DialectEditorProps extends SectionProps {
  readonly branch: BranchName;
  /** undefined: the specification names none that is known. */
  readonly dialect: CatalogInfo['dialects'][number] | undefined;
}
