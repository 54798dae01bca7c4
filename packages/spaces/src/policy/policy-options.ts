/** How a policy over the points of a space is made. */
export interface PolicyOptions {
  /** `factorised`: each parameter has a distribution of its own; `lstm`: each depends on those chosen before it. */
  readonly policy: 'factorised' | 'lstm';
  /** Of the LSTM: the size of its state and embeddings. */
  readonly units: number;
  /** Logits of choices are divided by it. */
  readonly temperature: number;
  /** Logits of choices are held within ± this by a hyperbolic tangent; 0 does not. */
  readonly tanhConstant: number;
}
