/** Derivatives of a log expected improvement with respect to each objective's mean and deviation. */
export interface ImprovementSlopes {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Of independent normals, given by their means and deviations. Writes its derivatives to `slopes`. */
export type LogImprovement = (means: Float64Array, deviations: Float64Array, slopes?: ImprovementSlopes) => number;
