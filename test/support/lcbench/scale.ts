/** A range that is mapped to [0, 1]; values outside go beyond. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Linear in the logarithm, to which {@link tiny} is added so that zero has one. */
  readonly log: boolean;
}

const tiny = 1e-12;

export function scaled(value: number, { low, high, log }: Scale): number {
  if (!log) return (value - low) / (high - low);
  return (Math.log(value + tiny) - Math.log(low + tiny)) / (Math.log(high + tiny) - Math.log(low + tiny));
}

export function unscaled(position: number, { low, high, log }: Scale): number {
  if (!log) return low + position * (high - low);
  const bottom = Math.log(low + tiny);
  return Math.max(0, Math.exp(bottom + position * (Math.log(high + tiny) - bottom)) - tiny);
}
