import { CambiumError, type TrialSort } from '@cambium/core';

/** @throws CambiumError `fix-input` when a sort by metric or parameter does not say by which. */
export function requireSortKey(sort: TrialSort): TrialSort {
  if ((sort.field === 'metric' || sort.field === 'param') && sort.key === undefined) {
    throw new CambiumError('fix-input', `sort.key: say by which ${sort.field} to sort`);
  }
  return sort;
}
