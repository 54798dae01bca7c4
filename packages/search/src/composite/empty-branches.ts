import type { BranchName, Issue, Space } from '@cambium/core';

/** Those that have anything to search in this space. */
export function branchesOf(space: Space): readonly BranchName[] {
  return [...new Set(space.parameters.map(({ branch }) => branch))];
}

/** An issue where none of the branches has anything to search in this space; none otherwise. */
export function emptyBranches(space: Space, branches: readonly BranchName[], path: Issue['path']): readonly Issue[] {
  const present = branchesOf(space);
  if (branches.some((branch) => present.includes(branch))) return [];
  const message = `the space has nothing to search in ${branches.join(' and ')}; take ${present.join(', ')}, or give the space such a branch`;
  return [{ path, code: 'empty-branch', message }];
}
