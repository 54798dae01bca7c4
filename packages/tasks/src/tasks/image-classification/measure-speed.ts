import { type Metrics, metricsBehind } from '@cambium/core';
import { measurePeakMemory, measureSteadyLatency, withUntrained } from '@cambium/engine';
import { imageClassificationMetrics } from './metrics.js';
import type { Trial } from './open-trial.js';

/**
 * Latency and peak memory of the trial's network on its device; nothing where nobody asks for them. Neither depends on the
 * weights, so an untrained network is measured. Other trials on the same machine slow it down: see the spread.
 */
export async function measureSpeed(
  { claim, plan, backend }: Pick<Trial, 'claim' | 'plan' | 'backend'>,
  log: (line: string) => void,
): Promise<Metrics> {
  const { measure, ...options } = plan.settings.latency;
  const onDemand = new Set(
    imageClassificationMetrics(plan.settings).flatMap(({ name, onDemand }) => (onDemand ? [name] : [])),
  );
  const asked = [
    ...claim.objectives.flatMap(metricsBehind),
    ...claim.constraints.map(({ metric }) => metric),
    claim.untrainedMetric,
  ];
  const isAsked = asked.some((metric) => metric !== null && onDemand.has(metric));
  if (!isAsked && measure !== 'always') return {};
  return withUntrained(backend, plan.graph, async (model) => {
    const { median, interquartileRange, device, runs, batchSize } = await measureSteadyLatency(backend, model, options);
    const bytes = await measurePeakMemory(backend, model, options);
    log(
      `latency on ${device}: ${median.toFixed(3)} ms (±${interquartileRange.toFixed(3)}) in ${runs} passes of ${batchSize}`,
    );
    return { latency_ms: median, latency_spread_ms: interquartileRange, peak_memory_mb: bytes / 1e6 };
  });
}
