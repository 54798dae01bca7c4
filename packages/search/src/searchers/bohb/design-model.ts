import type { AskContext, Params, ParamValue, Rng, Space } from '@cambium/core';
import { decodeValue, isActive, sampleValue } from '@cambium/spaces';
import { truncatedQuantile } from '../../math/truncated-normal.js';
import { type KernelDensity, kernelDensity } from './kernel-density.js';
import type { BohbOptions } from './options.js';
import { type RungDesigns, rungDesigns } from './rung-designs.js';

/** What is good at one fidelity, and what is not. */
export interface DesignModel {
  readonly fidelity: number;
  readonly good: KernelDensity;
  readonly others: KernelDensity;
}

/**
 * The model of the largest fidelity at which there are enough designs (Falkner et al. 2018, §3.2): `minPoints` good ones and
 * as many others. Values of different fidelities are never mixed. Undefined when none has enough.
 */
export function largestModel({ space, history, options }: AskContext<BohbOptions>): DesignModel | undefined {
  const least = options.minPoints ?? space.parameters.length + 1;
  const rungs = history.fold(rungDesigns);
  for (const fidelity of [...rungs.keys()].sort((a, b) => b - a)) {
    const parted = part(rungs.get(fidelity), { least, goodShare: options.goodShare });
    if (parted === undefined) continue;
    const domains = space.parameters.map(({ domain }) => domain);
    return {
      fidelity,
      good: kernelDensity(domains, parted.good),
      others: kernelDensity(domains, parted.others),
    };
  }
  return undefined;
}

/** The best share, and at least so many; undefined unless both sides have as many. */
function part(
  rung: RungDesigns | undefined,
  { least, goodShare }: { readonly least: number; readonly goodShare: number },
): { readonly good: readonly Float64Array[]; readonly others: readonly Float64Array[] } | undefined {
  if (rung === undefined) return undefined;
  const count = rung.ranked.length + rung.failed.length;
  const goodCount = Math.max(least, Math.floor(goodShare * count));
  if (rung.ranked.length < goodCount || count - goodCount < least) return undefined;
  const points = [...rung.ranked.map(({ point }) => point), ...rung.failed];
  return { good: points.slice(0, goodCount), others: points.slice(goodCount) };
}

/** log good − log others. */
export function gainOf({ good, others }: DesignModel, point: Float64Array): number {
  return good.logDensity(point) - others.logDensity(point);
}

/** A draw near a good design, `factor` times as far as the good density is wide. What that design lacks is uniform. */
export function drawNearGood(
  { parameters }: Space,
  { good }: DesignModel,
  { factor, rng }: { readonly factor: number; readonly rng: Rng },
): Params {
  const center = rng.pick(good.points);
  const params: Record<string, ParamValue> = {};
  for (const [axis, parameter] of parameters.entries()) {
    if (!isActive(parameter, params)) continue;
    const { name, domain } = parameter;
    // `!`: an entry for each parameter.
    const position = center[axis]!;
    const bandwidth = good.bandwidths[axis]!;
    if (Number.isNaN(position)) params[name] = sampleValue(domain, rng);
    else if (domain.kind === 'categorical') {
      params[name] = rng.next() < bandwidth ? rng.pick(domain.choices) : decodeValue(domain, position);
    } else {
      const width = factor * bandwidth;
      params[name] = decodeValue(
        domain,
        position + width * truncatedQuantile(rng.next(), -position / width, (1 - position) / width),
      );
    }
  }
  return params;
}
