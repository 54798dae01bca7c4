import type { Path } from './choices.js';

/** What an early stop looks at after each epoch. */
export interface EpochView {
  readonly alpha: Float64Array;
  readonly likeliest: Path;
  /** Dominant eigenvalue of ∇²_α L_val; absent when it was not asked for. */
  readonly eigenvalue?: number;
}

/** Stop, and take these architecture weights. */
export interface StopVerdict {
  readonly alpha: Float64Array;
  readonly because: string;
}

export type EarlyStop = (view: EpochView) => StopVerdict | undefined;

/**
 * DARTS+ (Liang et al. 2019): stops as soon as the derived network would hold `most` skip connections, with the weights of
 * the last epoch in which it did not. A start with as many says nothing: all weights are about equal there.
 */
export function skipCountStop(isSkip: (value: unknown) => boolean, most: number): EarlyStop {
  let last: Float64Array | undefined;
  return ({ alpha, likeliest }) => {
    const skips = Object.values(likeliest).filter(isSkip).length;
    if (skips < most) {
      last = Float64Array.from(alpha);
      return undefined;
    }
    if (last === undefined) return undefined;
    return { alpha: last, because: `${skips} of ${Object.keys(likeliest).length} choices are skip connections` };
  };
}

const window = 5;
const ratio = 0.75;

/**
 * RobustDARTS (Zela et al. 2020, 4.3): stops when the eigenvalue, averaged over 5 epochs, has grown to more than 1/0.75 of
 * what it was 5 epochs ago, with the weights of then.
 */
export function eigenvalueStop(): EarlyStop {
  const alphas: Float64Array[] = [];
  const eigenvalues: number[] = [];
  const averageAt = (epoch: number) => {
    const part = eigenvalues.slice(Math.max(0, epoch - window + 1), epoch + 1);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  };
  return ({ alpha, eigenvalue }) => {
    if (eigenvalue === undefined) return undefined;
    alphas.push(Float64Array.from(alpha));
    eigenvalues.push(eigenvalue);
    const now = eigenvalues.length - 1;
    const then = now - window;
    if (then < 0) return undefined;
    const [before, after] = [averageAt(then), averageAt(now)];
    // Of eigenvalues that are not positive a ratio says nothing.
    if (before <= 0 || after <= 0 || before / after >= ratio) return undefined;
    const because = `the dominant eigenvalue grew from ${before.toPrecision(3)} to ${after.toPrecision(3)} in ${window} epochs`;
    return { alpha: alphas[then] as Float64Array, because };
  };
}

/** The first that stops. Each sees every epoch. */
export function anyStop(stops: readonly EarlyStop[]): EarlyStop {
  return (view) => stops.map((stop) => stop(view)).find((verdict) => verdict !== undefined);
}

/** Skip connections by the names that spaces give them. */
export function isSkipValue(value: unknown): boolean {
  return value === 'skip_connect' || value === 'skip' || value === 'identity';
}
