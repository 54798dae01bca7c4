import type { TrialState } from '@cambium/core';

/** A trial as a row shows it; ISO 8601 times, durations in milliseconds. */
export interface TrialRowData {
  readonly id: string;
  readonly number: number;
  readonly state: TrialState;
  readonly mode: string | null;
  /** The step at which it is to end; null: at the experiment's last one. */
  readonly fidelity: number | null;
  /** Number of the trial that it comes from. */
  readonly parent: number | null;
  /** The parent's step after which it goes on; null: it begins at the first step. */
  readonly resumeStep: number | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly values: readonly number[] | null;
  /** Whether it is on the Pareto front of its experiment. */
  readonly onFront: boolean;
  /** By how much it breaks constraints; null before its end. */
  readonly violation: number | null;
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly lastStep: number;
  /** The step at which it ends when nobody stops it; null: not known before. */
  readonly endStep: number | null;
  readonly durationMs: number | null;
  readonly createdAt: string;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** What the server can sort by; `key` names the metric or parameter. */
export interface TrialOrder {
  readonly field: 'number' | 'value' | 'state' | 'duration' | 'metric' | 'param';
  readonly order: 'ASC' | 'DESC';
  readonly key?: string;
}

export function sameField(a: TrialOrder, b: Pick<TrialOrder, 'field' | 'key'>): boolean {
  return a.field === b.field && a.key === b.key;
}
