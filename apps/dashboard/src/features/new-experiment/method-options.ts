import type { DescribedOption } from '@cambium/ui';
import { jsonRecord } from '../../lib/json-record.js';
import type { CatalogInfo, SpecFindings } from './section-props.js';

type Method = CatalogInfo['searchers'][number];
type Part = 'searcher' | 'pruner';

/** Searchers and pruners as choices: what they can do, and what the check would have against them. */
export function methodOptions(part: Part, catalog: CatalogInfo, unfit: SpecFindings['unfit']): DescribedOption[] {
  const problems = new Map(unfit.filter((each) => each.part === part).map(({ name, message }) => [name, message]));
  const methods = part === 'searcher' ? catalog.searchers.toSorted(byTurn) : catalog.pruners;
  return methods.map((method) => ({
    name: method.name,
    summary: method.summary,
    tags: tagsOf(part, method),
    ...(part === 'searcher' ? { group: groupOf(method) } : {}),
    // What would help comes after the reason; here the reason is enough.
    problem: problems.get(method.name)?.split(';')[0],
  }));
}

/** The place to start first, then those that need no tasks of several steps; else as they are. */
function byTurn(a: Method, b: Method): number {
  const turn = (method: Method) => (method.name === 'auto' ? 0 : 1 + Number(isMultiFidelity(method)));
  return turn(a) - turn(b);
}

function isMultiFidelity({ capabilities }: Method): boolean {
  return jsonRecord(capabilities).multiFidelity === true;
}

function groupOf(method: Method): string {
  return isMultiFidelity(method) ? 'Most trials run a part of their steps' : 'Every trial runs all its steps';
}

function tagsOf(part: Part, { capabilities }: Method): string[] {
  const { multiObjective, conditional, finite, supernet } = jsonRecord(capabilities);
  return [
    ...(multiObjective === true ? ['several objectives'] : []),
    ...(part === 'searcher' && conditional === false ? ['no conditions'] : []),
    ...(finite === true ? ['ends by itself'] : []),
    ...(supernet === true ? ['shares weights'] : []),
  ];
}
