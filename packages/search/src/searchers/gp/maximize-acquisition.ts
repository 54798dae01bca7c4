import type { Rng } from '@cambium/core';
import { unitOf, valueAt } from '@cambium/spaces';
import { minimizeBounded } from '../../math/minimize-bounded.js';
import type { Acquisition } from './acquisition.js';
import type { ModelAxes, ModelAxis } from './model-axes.js';
import { otherPositions } from './other-positions.js';
import type { SearchRegion } from './search-region.js';
import { spreadCandidates } from './spread-candidates.js';

/** A place and what the acquisition is there. */
export interface Candidate {
  /** A number in [0, 1] for each parameter. */
  readonly position: Float64Array;
  readonly value: number;
}

export interface SearchField {
  readonly axes: ModelAxes;
  readonly acquisition: Acquisition;
  readonly rng: Rng;
  /** Positions worth a look nearby: the best so far. */
  readonly incumbents: readonly Float64Array[];
  readonly region: SearchRegion;
  /** Points spread over the region. */
  readonly candidates: number;
  /** Whether the point at a position holds the constraints that are known before training. */
  isAllowed(position: Float64Array): boolean;
}

/** Points around each incumbent. */
const sprayed = 32;
/** Local searches, and how many of them from the best candidates. */
const starts = 6;
const bestStarts = 2;
const rounds = 4;
/** A round that gains less, in log improvement, is the last. */
const smallestGain = 1e-3;

/** Good candidates, best first: many, so that some are new and feasible. */
export function maximizeAcquisition(field: SearchField): readonly Candidate[] {
  const found: Candidate[] = [];
  const first = evaluate(field, [
    ...spreadCandidates(field.region, field.candidates, field.rng),
    ...field.incumbents,
    ...spray(field),
  ]);
  found.push(...first);
  const ranked = first.toSorted((a, b) => b.value - a.value);
  for (const start of chooseStarts(ranked, field)) climb(field, start, found);
  return found.toSorted((a, b) => b.value - a.value);
}

function evaluate({ axes, acquisition }: SearchField, positions: readonly Float64Array[]): Candidate[] {
  const values = acquisition.valuesAt(positions.map((position) => axes.rowAt(position)));
  // `!`: one value for each position.
  return positions.map((position, i) => ({ position, value: values[i]! }));
}

/** Near each incumbent: some of its coordinates moved, by a little or by much. */
function spray({ axes: { axes }, region: { lower, upper }, incumbents, rng }: SearchField): Float64Array[] {
  const draw = rng.fork('spray');
  return incumbents.flatMap((incumbent) =>
    Array.from({ length: sprayed }, (_, i) => {
      const width = 10 ** -(1 + (i % 3));
      const moved = draw.int(axes.length);
      return incumbent.map((unit, index) => {
        const axis = axes[index]!;
        if (index !== moved && draw.next() > 1 / 3) return unit;
        if (axis.kind === 'choice') return draw.next();
        return Math.min(upper[index]!, Math.max(lower[index]!, unit + width * draw.normal()));
      });
    }),
  );
}

/** The best, and others by lot, likelier the better they are; all of them allowed. */
function chooseStarts(ranked: readonly Candidate[], { rng, isAllowed }: SearchField): Candidate[] {
  const draw = rng.fork('starts');
  // Gumbel's trick: the largest sums of log weight and noise are a draw without replacement.
  const lots = ranked.map((candidate, rank) => ({
    candidate,
    lot: rank < bestStarts ? Infinity : candidate.value - Math.log(-Math.log(draw.next() + 2 ** -33)),
  }));
  const chosen: Candidate[] = [];
  for (const { candidate } of lots.toSorted((a, b) => b.lot - a.lot)) {
    if (chosen.length === starts) break;
    if (isAllowed(candidate.position)) chosen.push(candidate);
  }
  return chosen;
}

/** By turns along the gradient and from value to value, until neither gains. Adds what it sees to `found`. */
function climb(field: SearchField, start: Candidate, found: Candidate[]): void {
  const gains = (after: Candidate, before: Candidate) => after.value > before.value + smallestGain;
  let current = start;
  for (let round = 0, stepped = true; round < rounds; round++) {
    const before = current;
    const slid = slide(field, before);
    found.push(slid);
    // The other values here were looked at in the last round.
    if (!stepped && !gains(slid, before)) break;
    current = stepThrough(field, slid, found);
    stepped = gains(current, slid);
    if (!gains(current, before)) break;
  }
}

/** Along the gradient, in the smooth axes that are active. */
function slide(field: SearchField, { position, value }: Candidate): Candidate {
  const { axes, acquisition, region, isAllowed } = field;
  const row = axes.rowAt(position);
  const moving = axes.axes.filter(({ kind, activityColumn }) => kind === 'smooth' && !(row[activityColumn ?? -1]! > 0));
  if (moving.length === 0) return { position, value };
  const slopes = new Float64Array(row.length);
  const minimum = minimizeBounded(
    (x, gradient) => {
      for (const [i, { column }] of moving.entries()) row[column] = x[i]!;
      const value = -acquisition.slopesAt(row, slopes);
      for (const [i, { column }] of moving.entries()) gradient[i] = -slopes[column]!;
      return value;
    },
    moving.map(({ column }) => row[column]!),
    {
      lower: moving.map(({ index }) => region.lower[index]!),
      upper: moving.map(({ index }) => region.upper[index]!),
      maxIterations: 30,
      gradientTolerance: 1e-4,
      valueTolerance: 1e-6,
    },
  );
  const reached = Float64Array.from(position);
  for (const [i, { index, parameter }] of moving.entries()) {
    const unit = minimum.x[i]!;
    reached[index] = unitOf(parameter.domain, valueAt(parameter.domain, unit));
  }
  const candidate = evaluate(field, [reached])[0]!;
  return candidate.value > value && isAllowed(reached) ? candidate : { position, value };
}

/** Through the values of each axis that has steps, taking the best. */
function stepThrough(field: SearchField, start: Candidate, found: Candidate[]): Candidate {
  let current = start;
  for (const axis of field.axes.axes) {
    const others = otherPositions(axis.parameter.domain, current.position[axis.index]!).filter(
      (unit) => unit >= field.region.lower[axis.index]! && unit <= field.region.upper[axis.index]!,
    );
    if (others.length === 0 || !isActive(field, axis, current.position)) continue;
    const tried = evaluate(
      field,
      others.map((unit) => current.position.with(axis.index, unit)),
    );
    found.push(...tried);
    for (const candidate of tried) {
      if (candidate.value > current.value && field.isAllowed(candidate.position)) current = candidate;
    }
  }
  return current;
}

function isActive({ axes }: SearchField, { kind, column, activityColumn }: ModelAxis, position: Float64Array): boolean {
  const row = axes.rowAt(position);
  return kind === 'choice' ? row[column]! >= 0 : activityColumn === undefined || row[activityColumn] === 0;
}
