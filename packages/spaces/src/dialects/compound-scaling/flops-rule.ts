/** What α·β²·γ², the factor of FLOPs at φ = 1, must be, about. */
export interface FlopsRule {
  readonly flopsFactor: number;
  readonly tolerance: number;
}

export function isNear(factor: number, { flopsFactor, tolerance }: FlopsRule): boolean {
  // A grid of 0.05 is not exact in binary; what is on the bound is within it.
  return Math.abs(factor - flopsFactor) <= tolerance + 1e-9;
}
