import { type TrialKind, trialKind, trialKinds } from '@cambium/core';
import type {
  ChartFilter,
  ExperimentHistoryQueryVariables,
  LearningCurvesQueryVariables,
  ObjectiveValuesQueryVariables,
  SortOrder,
  TrialSortField,
  TrialState,
  TrialWindowQueryVariables,
} from '@cambium/graphql';
import type { PlotRange, TrialOrder } from '@cambium/ui';

export const trialStateNames: readonly TrialState[] = [
  'waiting',
  'running',
  'complete',
  'pruned',
  'failed',
  'cancelled',
  'infeasible',
];

/** What the page shows, as the URL says it. Table and charts share the selection, the states, the kinds and the brush. */
export interface ViewState {
  /** Numbers of the selected trials. */
  readonly selected: readonly number[];
  readonly states: readonly TrialState[];
  readonly kinds: readonly TrialKind[];
  /** The brush: first and last trial number, both included; null: all. */
  readonly between: PlotRange | null;
  /** Only trials on the Pareto front. */
  readonly front: boolean;
  /** Order of the table. */
  readonly sort: TrialOrder;
  /** The metric of the learning curves; null: the first objective's, or the first reported one. */
  readonly metric: string | null;
  /** The part of the learning curves that is zoomed in on; null: all of it. */
  readonly steps: PlotRange | null;
  /** Metrics of the Pareto chart's axes, x and y; null: the second objective and the first. */
  readonly axes: readonly [x: string, y: string] | null;
}

export const trialPageSize = 100;
export const historyPoints = 1000;
export const curveLimit = 50;
export const objectivePoints = 1000;
const sortFields: readonly TrialSortField[] = ['number', 'value', 'state', 'duration', 'metric', 'param'];
const newestFirst: TrialOrder = { field: 'number', order: 'DESC' };

/** Reads the query string; what it doesn't know it leaves out. */
export function parseViewState(get: (name: string) => string | null): ViewState {
  const numbers = (get('trials') ?? '').split(',').map(Number);
  const states = get('state')?.split(',') ?? [];
  const kinds = get('kind')?.split(',') ?? [];
  return {
    selected: get('trials') ? numbers.filter((n) => Number.isInteger(n) && n >= 0) : [],
    states: trialStateNames.filter((state) => states.includes(state)),
    kinds: trialKinds.filter((kind) => kinds.includes(kind)),
    between: parseRange(get('between')),
    front: get('front') === 'only',
    sort: parseSort(get('sort')),
    metric: get('metric'),
    steps: parseRange(get('steps')),
    axes: parseAxes(get('axes')),
  };
}

/** `params,val_accuracy`: names of metrics have no commas. */
function parseAxes(text: string | null): ViewState['axes'] {
  const [x, y, ...more] = text?.split(',') ?? [];
  return x && y && more.length === 0 ? [x, y] : null;
}

/** `120-340`: whole numbers, both included. */
export function parseRange(text: string | null): PlotRange | null {
  const [, min, max] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? [];
  return min === undefined || Number(min) > Number(max) ? null : { min: Number(min), max: Number(max) };
}

/** As `parseRange` reads it; empty for none. */
export function rangeText(range: PlotRange | null): string {
  return range === null ? '' : `${range.min}-${range.max}`;
}

/** `param.DESC.hp.lr`: keys may have dots of their own. */
function parseSort(text: string | null): TrialOrder {
  const [field, order, ...key] = (text ?? '').split('.');
  const known = sortFields.find((each) => each === field);
  const needsKey = known === 'metric' || known === 'param';
  if (!known || (needsKey && key.length === 0)) return newestFirst;
  const direction: SortOrder = order === 'ASC' ? 'ASC' : 'DESC';
  return { field: known, order: direction, ...(needsKey ? { key: key.join('.') } : {}) };
}

function sortText(sort: TrialOrder): string {
  return [sort.field, sort.order, ...(sort.key ? [sort.key] : [])].join('.');
}

/** The query string of a state, without what is the default; empty or starting with `?`. */
export function viewQueryString(state: ViewState): string {
  const { selected, states, kinds, between, front, sort, metric, steps, axes } = state;
  const query = new URLSearchParams();
  if (selected.length > 0) query.set('trials', selected.join(','));
  if (states.length > 0) query.set('state', states.join(','));
  if (kinds.length > 0) query.set('kind', kinds.join(','));
  if (between !== null) query.set('between', rangeText(between));
  if (front) query.set('front', 'only');
  if (sortText(sort) !== sortText(newestFirst)) query.set('sort', sortText(sort));
  if (metric !== null) query.set('metric', metric);
  if (steps !== null) query.set('steps', rangeText(steps));
  if (axes !== null) query.set('axes', axes.join(','));
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** Which trials are shown, in the table and in every chart. */
export type ShownTrials = Pick<ViewState, 'states' | 'kinds' | 'between' | 'front'>;

export interface ShownTrial {
  readonly number: number;
  readonly state: string;
  readonly mode: string | null;
  readonly onFront: boolean;
}

export function isShown(trial: ShownTrial, shown: ShownTrials): boolean {
  const { states } = shown;
  return mayBeShown(trial, shown) && (states.length === 0 || states.some((state) => state === trial.state));
}

/**
 * Whether the trial is shown now or will be in another state: its number and its kind never change. Where only the front is
 * shown, all is asked anew when the front changes.
 */
export function mayBeShown(
  { number, mode, onFront }: Omit<ShownTrial, 'state'>,
  { kinds, between, front }: ShownTrials,
): boolean {
  if (front && !onFront) return false;
  if (kinds.length > 0 && !kinds.includes(trialKind({ mode }))) return false;
  return between === null || (number >= between.min && number <= between.max);
}

function filterOf({ states, kinds, between, front }: ShownTrials): ChartFilter {
  return {
    ...(states.length === 0 ? {} : { stateIn: [...states] }),
    ...(kinds.length === 0 ? {} : { kindIn: [...kinds] }),
    ...(between === null ? {} : { number: { ...between } }),
    ...(front ? { onFront: true } : {}),
  };
}

// Variables are the same on the server and in the browser, so that the browser finds the server's answer in its cache.

/** What of the state the trials' rows depend on. */
export type WindowState = ShownTrials & Pick<ViewState, 'sort'>;

export function windowVariables(id: string, state: WindowState): TrialWindowQueryVariables {
  return { id, first: trialPageSize, filter: filterOf(state), sort: { ...state.sort } };
}

export function historyVariables(
  id: string,
  state: ShownTrials & Pick<ViewState, 'selected'>,
): ExperimentHistoryQueryVariables {
  return { id, maxPoints: historyPoints, filter: filterOf(state), keep: kept(state.selected) };
}

export function objectivesVariables(
  id: string,
  state: ShownTrials & Pick<ViewState, 'selected'>,
): ObjectiveValuesQueryVariables {
  return { id, maxPoints: objectivePoints, filter: filterOf(state), keep: kept(state.selected) };
}

export function curvesVariables(
  id: string,
  metric: string,
  state: ShownTrials & Pick<ViewState, 'selected'>,
): LearningCurvesQueryVariables {
  return { id, metric, maxTrials: curveLimit, filter: filterOf(state), keep: kept(state.selected) };
}

/** The API keeps so many trials in a chart's sample at most. */
const mostKept = 200;

/** Selecting the same trials in another order asks for nothing new. */
function kept(selected: readonly number[]): number[] {
  return selected.slice(-mostKept).sort((a, b) => a - b);
}
