const firstDecay = 0.9;
const secondDecay = 0.999;
const epsilon = 1e-8;

/** Adam (Kingma and Ba 2015, algorithm 1) with its own moments of the gradient. */
export interface Adam {
  /** Moves the weights against the gradient, in place. */
  step(weights: Float64Array, gradient: Float64Array): void;
}

export function createAdam(size: number, learningRate: number): Adam {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let steps = 0;
  return {
    step(weights, gradient) {
      steps += 1;
      const firstScale = 1 / (1 - firstDecay ** steps);
      const secondScale = 1 / (1 - secondDecay ** steps);
      for (let i = 0; i < size; i++) {
        // `!`: all have the same length.
        const slope = gradient[i]!;
        first[i] = firstDecay * first[i]! + (1 - firstDecay) * slope;
        second[i] = secondDecay * second[i]! + (1 - secondDecay) * slope * slope;
        weights[i]! -= (learningRate * first[i]! * firstScale) / (Math.sqrt(second[i]! * secondScale) + epsilon);
      }
    },
  };
}
