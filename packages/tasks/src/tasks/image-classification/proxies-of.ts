import { createRng, type EvaluateOptions, expectImages, finiteMetrics, type Metrics } from '@cambium/core';
import { measureProxies } from '@cambium/engine';
import { proxyMetric } from './metrics.js';
import type { Trial } from './open-trial.js';

/**
 * The settings' proxies of the network as its training begins, on images that are the same in all trials. Null, which no
 * searcher takes for a result, where the network has no such score. None in mode `final`: they steer searches only.
 */
export async function proxiesOf(
  { claim, plan, images, backend, stream }: Trial,
  log: EvaluateOptions['log'],
): Promise<Metrics> {
  const { proxies, proxyBatch } = plan.settings;
  if (claim.mode === 'final' || proxies.length === 0) return {};
  const { inputShape, classes } = expectImages(claim.context);
  const rng = createRng(claim.seed);
  const scores = await measureProxies({
    backend,
    graph: plan.graph,
    data: { shape: inputShape, classes, train: images.train },
    names: proxies,
    batch: proxyBatch,
    weights: rng.fork(stream),
    images: rng.fork('proxies'),
  });
  for (const [name, score] of Object.entries(scores)) {
    if (Number.isFinite(score)) log(`${proxyMetric(name)}: ${score}`);
    else
      log(
        `${proxyMetric(name)} is ${score}: this network answers all images alike, or has nothing that the proxy looks at`,
      );
  }
  return finiteMetrics(Object.fromEntries(Object.entries(scores).map(([name, score]) => [proxyMetric(name), score])));
}
