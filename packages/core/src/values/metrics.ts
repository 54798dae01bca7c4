/** Metric name to value. `null` says the metric was reported but was not a finite number (NaN or ±Infinity). */
export type Metrics = Readonly<Record<string, number | null>>;

export type Direction = 'minimize' | 'maximize';

/** Replaces NaN and ±Infinity by `null`, so that metrics survive JSON. */
export function finiteMetrics(metrics: Readonly<Record<string, number | null>>): Metrics {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [name, value !== null && Number.isFinite(value) ? value : null]),
  );
}
