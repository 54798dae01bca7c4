import { formatPath } from '@cambium/core';
import { pruners, searchers } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { sphereSpec, tasks } from '../testing/bench.js';
import { checkSpec } from './check-spec.js';

const registries = { searchers, pruners, tasks };
const objectives = [{ metric: 'loss' }, { metric: 'units' }];

/** Path and code of each issue of a search in two stages, the second of which is changed. */
function issuesOf(stage: object, change: object = {}): string[] {
  const stages = [
    { name: 'first', branches: ['hp'] },
    { name: 'second', branches: ['hp'], ...stage },
  ];
  const checked = checkSpec(sphereSpec({ searcher: { name: 'staged', options: { stages } }, ...change }), registries);
  return checked.kind === 'valid' ? [] : checked.issues.map(({ path, code }) => `${formatPath(path)} ${code}`);
}
const at = 'searcher.options.stages[1]';

describe('a searcher within another', () => {
  it('is checked as the experiment’s own is, and complained of where it is named', () => {
    expect(issuesOf({})).toEqual([]);
    expect(issuesOf({ searcher: { name: 'tpee' } })).toEqual([`${at}.searcher.name unknown-searcher`]);
    expect(issuesOf({ searcher: { name: 'tpe', options: { candidates: 0.5 } } })).toEqual([
      `${at}.searcher.options.candidates bad-type`,
    ]);
    expect(issuesOf({ searcher: { name: 'darts' } })).toEqual([`${at}.searcher.name no-supernet`]);
    expect(issuesOf({ branches: ['arch'] })).toEqual([`${at}.branches empty-branch`]);
    expect(issuesOf({ searcher: { name: 'gp' } }, { objectives })).toEqual([]);
    expect(issuesOf({ searcher: { name: 'evolution' } }, { objectives })).toEqual([
      `${at}.searcher.name single-objective`,
    ]);
    const deep = {
      name: 'staged',
      options: { stages: [{ name: 'deep', branches: ['hp'], searcher: { name: 'asha' } }] },
    };
    expect(issuesOf({ searcher: deep }, { objectives })).toEqual([
      `${at}.searcher.options.stages[0].searcher.name single-objective`,
    ]);
  });

  it('is asked whether it can search the space, as the experiment’s own is', () => {
    const gp = { name: 'gp', options: { encoding: 'path' } };
    expect(issuesOf({ searcher: gp })).toEqual([`${at}.searcher.options.encoding no-paths`]);
    expect(issuesOf({}, { searcher: gp })).toEqual(['searcher.options.encoding no-paths']);
  });

  it('leaves no room for a pruner where it gives out steps', () => {
    expect(issuesOf({ searcher: { name: 'hyperband' } }, { pruner: { name: 'median' } })).toEqual([
      'pruner.name no-pruner',
    ]);
    expect(issuesOf({ searcher: { name: 'hyperband' }, fidelity: 1 })).toEqual([`${at}.fidelity one-step`]);
  });
});
