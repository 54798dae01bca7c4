import type { SuperGraph } from '@cambium/core';
import type { Choice, ChoiceLayout } from './choices.js';
import { choiceLayout } from './choices.js';

/**
 * Which choices meet in the same sums: weights of theirs, softmaxed over each group, make up for what partial channels make
 * unstable (edge normalization; Xu et al. 2020, equation 3). One "choice" for each sum of which several choices are part, whose
 * values are the parameters. Cells that repeat have the same groups.
 */
export function edgeGroups({ graph, gates }: SuperGraph, choices: readonly Choice[]): ChoiceLayout {
  const known = new Set(choices.map(({ param }) => param));
  const groups = new Map<string, Choice>();
  for (const { inputs } of graph.nodes) {
    const params = [...new Set(inputs.flatMap((input) => gates[input]?.param ?? []))].filter((param) =>
      known.has(param),
    );
    const key = JSON.stringify(params);
    if (params.length > 1) groups.set(key, { param: `sum of ${params.join(', ')}`, values: params });
  }
  return choiceLayout([...groups.values()]);
}
