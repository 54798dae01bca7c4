import { diffArchitectures } from '@cambium/architectures';
import { CambiumError } from '@cambium/core';
import type { ArchitectureNode, TrialResolvers } from '../../generated/resolver-types.js';
import { architectureOfTrial } from './architecture-of-trial.js';
import { costedNodes } from './costed-nodes.js';
import type { ArchitectureModel } from './design-model.js';

/** Both trials are of one experiment, to whose workspace the caller has come already. */
export const trialArchitectureDiff: NonNullable<TrialResolvers['architectureDiff']> = async (trial, args, context) => {
  const { experimentId } = trial;
  const other = await context.loaders.trialByNumber.load({ experimentId, number: args.from });
  if (other === undefined) throw new CambiumError('not-found', `the experiment has no trial #${args.from}`);
  const [from, to] = await Promise.all([other, trial].map((each) => architectureOfTrial(each, context)));
  if (!from || !to) return null;
  const { removed, added, changed } = diffArchitectures(from.graph, to.graph);
  const [before, after] = [nodesById(from), nodesById(to)];
  return {
    from,
    to,
    removed: removed.map(({ id }) => before(id)),
    added: added.map(({ id }) => after(id)),
    changed: changed.map(({ ids, values, inputs }) => ({
      from: before(ids[0]),
      to: after(ids[1]),
      values: values.map((value) => ({ name: value.name, from: value.from ?? null, to: value.to ?? null })),
      removedInputs: [...(inputs?.[0] ?? [])],
      addedInputs: [...(inputs?.[1] ?? [])],
    })),
  };
};

function nodesById(architecture: ArchitectureModel): (id: string) => ArchitectureNode {
  const nodes = new Map(costedNodes(architecture).map((node) => [node.id, node]));
  // A diff names nodes of its two graphs only.
  return (id) => nodes.get(id) as ArchitectureNode;
}
