import type { ReactElement } from 'react';
import classes from './policy-phases.module.css';
import { ScrollRegion } from './scroll-region.js';

export interface PolicyOp {
  readonly op: string;
  /** In words, at the mean magnitude. */
  readonly does: string;
  /** Expected applications per image. */
  readonly rate: number;
  /** Mean, in 0 to 1. */
  readonly magnitude: number;
}

export interface PolicyPhasesProps {
  /** The parts of the training between which the policy changes, from 0 on. */
  readonly phases: readonly { readonly from: number; readonly ops: readonly PolicyOp[] }[];
  /** Name of the op that examples are shown of; null: all of them together. */
  readonly chosen: string | null;
  readonly onChoose: (op: string | null) => void;
}

/** How often a policy applies each op; for a schedule, from part to part of the training. */
export function PolicyPhases({ phases, chosen, onChoose }: PolicyPhasesProps): ReactElement {
  const single = phases.length === 1;
  const all = phases.flatMap(({ ops }) => ops);
  const names = [...new Set(all.map(({ op }) => op))];
  const most = Math.max(...all.map(({ rate }) => rate), 1e-9);
  return (
    <ScrollRegion label="How often each op is applied" maxHeight={320}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Op</th>
            {single ? (
              <>
                <th scope="col">Of images</th>
                <th scope="col">On average</th>
              </>
            ) : (
              phases.map(({ from }) => (
                <th key={from} scope="col">
                  from {formatPercent(from)}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className={chosen === name ? classes.chosen : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={classes.op}
                  aria-pressed={chosen === name}
                  title="Show what it does to images"
                  onClick={() => onChoose(chosen === name ? null : name)}
                >
                  {name}
                </button>
              </th>
              {phases.map(({ from, ops }) => (
                <RateCell key={from} op={ops.find(({ op }) => op === name)} most={most} />
              ))}
              {single ? <td className={classes.does}>{all.find(({ op }) => op === name)?.does}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function RateCell({ op, most }: { readonly op: PolicyOp | undefined; readonly most: number }): ReactElement {
  if (op === undefined) return <td className={classes.rate}>–</td>;
  return (
    <td className={classes.rate} title={op.does}>
      <span className={classes.bar} style={{ width: `${(100 * op.rate) / most}%` }} />
      <span>{op.rate > 1 ? `${op.rate.toFixed(1)} times` : formatPercent(op.rate)}</span>
    </td>
  );
}

const formatPercent = (share: number) => `${Math.round(100 * share)} %`;
