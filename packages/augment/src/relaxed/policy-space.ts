/** What policies may be learnt: sub-policies of consecutive steps, each step one of the ops. */
export interface PolicySpace {
  readonly ops: readonly string[];
  /** Of one policy. */
  readonly subPolicies: number;
  /** Steps of a sub-policy. */
  readonly depth: number;
  /** False: every step that is chosen happens. */
  readonly learnsProbabilities: boolean;
  /** False: every step has the magnitude 1. */
  readonly learnsMagnitudes: boolean;
}
