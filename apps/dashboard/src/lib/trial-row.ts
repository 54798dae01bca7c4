import type { TrialRowFragment } from '@cambium/graphql';
import type { TrialRowData } from '@cambium/ui';
import { jsonRecord, numberRecord } from './json-record.js';

/** A trial as the table draws it. */
export function toTrialRow(trial: TrialRowFragment): TrialRowData {
  return { ...trial, params: jsonRecord(trial.params), metrics: numberRecord(trial.metrics) };
}
