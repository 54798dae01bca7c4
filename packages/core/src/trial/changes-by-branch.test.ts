import { describe, expect, it } from '@jest/globals';
import { changesByBranch } from './changes-by-branch.js';

describe('changesByBranch', () => {
  it('counts what differs in each branch', () => {
    expect(changesByBranch(['arch.1.kernel', 'hp.lr', 'arch.2.kernel'])).toBe('changes 2 of arch, 1 of hp');
    expect(changesByBranch([])).toBe('the same parameters');
  });
});
