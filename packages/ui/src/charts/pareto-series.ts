import { baselineColor, baselineLabel } from './baseline-looks.js';
import type { ChartSeries } from './chart-series.js';
import { type TrialPoint, trialPoints } from './trial-points.js';

/** One point per trial; rows belong together by index. */
export interface ParetoColumns {
  readonly number: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly state: readonly string[];
  /** The step at which each was to end. */
  readonly steps: readonly number[];
  /** Whether it can be on the front. */
  readonly candidate: readonly boolean[];
  /** The members of the front, all of them, whatever else is shown. */
  readonly front: { readonly number: readonly number[]; readonly x: readonly number[]; readonly y: readonly number[] };
}

/** Which way is better. */
export type Better = 'lower' | 'higher';

export interface ParetoMarks {
  readonly better: { readonly x: Better; readonly y: Better };
  readonly maxStep: number;
  /** Number of the best trial by the first objective, and what it is called. */
  readonly best: { readonly number: number; readonly label: string } | null;
  readonly selected: readonly number[];
  readonly baselines?: readonly BaselinePoint[];
}

/** What a search of augmentation policies is compared with. */
export interface BaselinePoint extends TrialPoint {
  /** Name of a published policy. */
  readonly policy: string;
}

interface GroupedPoint extends TrialPoint {
  readonly state: string | undefined;
  readonly isPart: boolean;
  readonly isCandidate: boolean;
}

/** Each trial that is not on the front is in one of these: the first that fits. */
const groups = [
  { id: 'pruned', label: 'pruned', color: '--cambium-pruned', has: (p) => p.state === 'pruned' },
  {
    id: 'part',
    label: 'complete at fewer steps',
    color: '--cambium-complete',
    hollow: true,
    has: (p) => p.isPart,
  },
  { id: 'broken', label: 'breaks a constraint', color: '--cambium-infeasible', has: (p) => !p.isCandidate },
  { id: 'complete', label: 'complete', color: '--cambium-complete', has: () => true },
] as const satisfies readonly (Pick<ChartSeries, 'id' | 'label' | 'color' | 'hollow'> & {
  has: (point: GroupedPoint) => boolean;
})[];

/** The series of single trials: their points are what a table lists. */
export const isTrialSeries = ({ id }: ChartSeries): boolean =>
  id === 'front' || groups.some((group) => group.id === id);

/** Trials by what they are, the front as points on a line, and rings around the best and the selected trials. */
export function paretoSeries(columns: ParetoColumns, marks: ParetoMarks): ChartSeries[] {
  const { better, maxStep, best, selected, baselines = [] } = marks;
  const front = pointsOf(columns.front);
  const onFront = new Set(columns.front.number);
  const others = pointsOf(columns)
    .map(
      (point, i): GroupedPoint => ({
        ...point,
        state: columns.state[i],
        isPart: (columns.steps[i] ?? maxStep) < maxStep,
        isCandidate: columns.candidate[i] === true,
      }),
    )
    .filter(({ number }) => !onFront.has(number));
  const marked = [...others, ...front];
  const taken = new Set<number>();
  const byGroup = groups.map(({ has, ...look }) => {
    const own = others.filter((point) => !taken.has(point.number) && has(point));
    for (const { number } of own) taken.add(number);
    return { ...look, mark: 'points' as const, ...trialPoints(own) };
  });
  const line = staircase(front, better);
  const series: ChartSeries[] = [
    ...byGroup,
    {
      id: 'line',
      label: 'Pareto front',
      x: line.map(({ x }) => x),
      y: line.map(({ y }) => y),
      mark: better.x === 'lower' ? 'steps' : 'steps-back',
      color: '--cambium-running',
    },
    {
      id: 'front',
      label: 'on the Pareto front',
      mark: 'points',
      color: '--cambium-running',
      large: true,
      ...trialPoints(front),
    },
    ...baselines.map((point, i) => ({
      id: `baseline ${point.policy}`,
      label: baselineLabel(point.policy),
      mark: 'points' as const,
      color: baselineColor(i),
      strong: true,
      ...trialPoints([point]),
    })),
    {
      id: 'best',
      label: best?.label ?? '',
      mark: 'points',
      color: '--mantine-color-text',
      strong: true,
      hollow: true,
      ...trialPoints(marked.filter(({ number }) => number === best?.number)),
    },
    {
      id: 'selected',
      label: 'selected',
      mark: 'points',
      color: '--cambium-failed',
      strong: true,
      hollow: true,
      ...trialPoints(marked.filter(({ number }) => selected.includes(number))),
    },
  ];
  return series.filter(({ x }) => x.length > 0);
}

function pointsOf({ number, x, y }: ParetoColumns['front']): TrialPoint[] {
  return number.map((each, i) => ({ number: each, x: x[i] ?? Number.NaN, y: y[i] ?? Number.NaN }));
}

/**
 * The best y that is to be had at each x, ascending: what of the front is on the front of these two objectives alone. With
 * more objectives some members are not.
 */
function staircase(front: readonly TrialPoint[], better: ParetoMarks['better']): readonly TrialPoint[] {
  const sign = (way: Better) => (way === 'lower' ? 1 : -1);
  const bestFirst = front.toSorted((a, b) => sign(better.x) * (a.x - b.x) || sign(better.y) * (a.y - b.y));
  let reached = Number.POSITIVE_INFINITY;
  const steps = bestFirst.filter(({ y }) => {
    const improves = sign(better.y) * y < reached;
    if (improves) reached = sign(better.y) * y;
    return improves;
  });
  return steps.toSorted((a, b) => a.x - b.x);
}
