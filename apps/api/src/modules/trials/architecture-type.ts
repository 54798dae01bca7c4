import {
  architectureHash,
  architectureToJson,
  costOf,
  kerasSource,
  pytorchSource,
  scaleArchitecture,
} from '@cambium/architectures';
import type { ArchitectureResolvers } from '../../generated/resolver-types.js';
import { inputIssues } from '../experiments/experiment-payload.js';
import { costedNodes } from './costed-nodes.js';
import { scaleFactors } from './scaled-network.js';

const sources = { pytorch: pytorchSource, keras: kerasSource };

export const architectureType: ArchitectureResolvers = {
  output: ({ graph }) => graph.output,
  params: ({ cost }) => cost.params,
  flops: ({ cost }) => cost.flops,
  activationBytes: ({ cost }) => cost.activationBytes,
  hash: ({ graph }) => architectureHash(graph),
  source: ({ graph }, { library }) => sources[library](graph).text,
  json: ({ graph }) => architectureToJson(graph) as never,
  scaled({ graph }, args) {
    const scaling = scaleArchitecture(graph, scaleFactors(args));
    if (scaling.kind === 'refused') return { architecture: null, errors: inputIssues(scaling.issues) };
    return { architecture: { graph: scaling.graph, cost: costOf(scaling.graph) }, errors: [] };
  },
  nodes: costedNodes,
};
