import { isEnded, ownParams, type Trial, type TrialFilter, type TrialSort } from '@cambium/core';

/** The tests put some trials on a front, whatever they measured. */
export const isOnFront = ({ number }: Trial) => number % 7 === 0;

export const valueOf = (trial: Trial) => (isEnded(trial) ? (trial.values?.[0] ?? null) : null);
const durationOf = (trial: Trial) =>
  isEnded(trial) && trial.startedAt !== null ? trial.finishedAt - trial.startedAt : null;
const metricOf = (trial: Trial, name: string) =>
  (trial.state === 'waiting' ? undefined : trial.metrics[name]) ?? trial.staticMetrics[name] ?? null;

/** What to sort by, written down again: [group, number, text], null when it comes last. */
function sortedBy(trial: Trial, { field, key = '' }: TrialSort): readonly [number, string] | null {
  const number = (value: number | null) => (value === null ? null : ([value, ''] as const));
  if (field === 'state') return [0, trial.state];
  if (field === 'value') return number(valueOf(trial));
  if (field === 'duration') return number(durationOf(trial));
  if (field === 'metric') return number(metricOf(trial, key));
  if (field === 'number') return [trial.number, ''];
  const value = ownParams(trial)[key];
  if (value === undefined) return null;
  // Words and switches after all numbers when rising, by code point of their JSON.
  return typeof value === 'number' ? [value, ''] : [Number.POSITIVE_INFINITY, JSON.stringify(value)];
}

export function expectedOrder(trials: readonly Trial[], sort: TrialSort): readonly number[] {
  const direction = sort.order === 'ASC' ? 1 : -1;
  const isWord = (trial: Trial) => sort.field === 'param' && sortedBy(trial, sort)?.[1] !== '';
  return [...trials]
    .sort((a, b) => {
      const [x, y] = [sortedBy(a, sort), sortedBy(b, sort)];
      if (x === null || y === null) {
        return x === y ? direction * (a.number - b.number) : x === null ? 1 : -1;
      }
      // Falling, numbers still come before words: a word has no number, and those come last.
      if (isWord(a) !== isWord(b)) return isWord(a) ? 1 : -1;
      const [byNumber, byText] = [
        x[0] === y[0] ? 0 : x[0] - y[0],
        Buffer.compare(Buffer.from(x[1]), Buffer.from(y[1])),
      ];
      return direction * (byNumber || byText || a.number - b.number);
    })
    .map((trial) => trial.number);
}

export const sorts: readonly TrialSort[] = (['ASC', 'DESC'] as const).flatMap((order) => [
  { field: 'number', order },
  { field: 'value', order },
  { field: 'state', order },
  { field: 'duration', order },
  { field: 'metric', order, key: 'loss' },
  { field: 'metric', order, key: 'params' },
  { field: 'param', order, key: 'hp.lr' },
  { field: 'param', order, key: 'hp.optimizer' },
  { field: 'param', order, key: 'hp.mixed' },
  { field: 'param', order, key: `no'such"one` },
]);

export const filters: readonly [string, TrialFilter, (trial: Trial) => boolean][] = [
  ['states', { stateIn: ['pruned', 'failed'] }, (t) => t.state === 'pruned' || t.state === 'failed'],
  ['no state', { stateIn: [] }, () => false],
  ['numbers', { number: { min: 10, max: 19.5 } }, (t) => t.number >= 10 && t.number <= 19],
  ['kinds', { kindIn: ['repeat', 'final'] }, (t) => t.mode === 'repeat' || t.mode === 'final'],
  ['the search', { kindIn: ['search'] }, (t) => t.mode === null || ['supernet', 'fold'].includes(t.mode)],
  ['the front', { onFront: true }, isOnFront],
  ['all but the front', { onFront: false, number: { max: 50 } }, (t) => !isOnFront(t) && t.number <= 50],
  ['a parent', { parent: { min: 3, max: 3 } }, (t) => t.parent === 3],
  ['values', { value: { min: 0.1 } }, (t) => (valueOf(t) ?? -1) >= 0.1],
  ['any value', { value: {} }, (t) => valueOf(t) !== null],
  ['a metric', { metric: { name: 'loss', range: { max: 0.5 } } }, (t) => (metricOf(t, 'loss') ?? 1) <= 0.5],
  [
    'a static metric',
    { metric: { name: 'params', range: { min: 3000 } } },
    (t) => (metricOf(t, 'params') ?? 0) >= 3000,
  ],
  [
    'choices',
    { param: { name: 'hp.mixed', in: [3, 'Big', false] } },
    (t) => [3, 'Big', false].includes(ownParams(t)['hp.mixed'] ?? 0),
  ],
  ['a number as a word', { param: { name: 'hp.mixed', in: ['3', 'true'] } }, () => false],
  ['a small number', { param: { name: 'hp.mixed', in: [-0.0000001] } }, (t) => ownParams(t)['hp.mixed'] === -1e-7],
  [
    'a quoted word',
    { param: { name: 'hp.optimizer', in: [`it's "so"`] } },
    (t) => ownParams(t)['hp.optimizer'] === `it's "so"`,
  ],
  [
    'a range over mixed values',
    { param: { name: 'hp.mixed', range: { min: 0 } } },
    (t) => Number(typeof ownParams(t)['hp.mixed'] === 'number' ? ownParams(t)['hp.mixed'] : -1) >= 0,
  ],
  [
    'nested alternatives',
    { or: [{ and: [{ stateIn: ['complete'] }, { value: { max: 0 } }] }, { number: { max: 3 } }] },
    (t) => (t.state === 'complete' && (valueOf(t) ?? 1) <= 0) || t.number <= 3,
  ],
  ['no alternative', { or: [] }, () => false],
];
