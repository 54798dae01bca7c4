/**
 * What a step subtracts from the weights, before the learning rate, as an expression over one weight's gradient and its
 * running means (Bello et al. 2017, Neural Optimizer Search). Names are those of the engine's operands and functions.
 */
export type UpdateRule =
  | { readonly operand: string }
  | { readonly function: string; readonly of: UpdateRule }
  | { readonly combine: string; readonly left: UpdateRule; readonly right: UpdateRule };
