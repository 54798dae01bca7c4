import { type DialectDefinition, designIn, expectImages } from '@cambium/core';
import { createPathEncoding } from '../../cells/path-encoding.js';
import { choiceParameter } from '../../space/choice-parameter.js';
import { cellKey } from './cell-key.js';
import { cellSupergraph } from './cell-supergraph.js';
import { edgeParam, edges, opOf, sumNodes } from './edges.js';
import { letsThrough } from './lets-through.js';
import { type NasBench201Settings, nasBench201Settings } from './settings.js';

/** The topology search space of NAS-Bench-201 (Dong & Yang 2020), whole or a part of it. */
export const nasbench201: DialectDefinition<NasBench201Settings, 'arch'> = {
  name: 'nasbench201',
  branch: 'arch',
  summary: 'NAS-Bench-201: one cell of six connections, each one of five operations, repeated in three stages.',
  settings: nasBench201Settings,
  parameters: ({ ops }) =>
    edges.flatMap((edge) =>
      choiceParameter({ name: edgeParam(edge), branch: 'arch', choices: ops, kind: 'categorical' }),
    ),
  decode: (params, settings, context) => designIn(cellSupergraph(settings, expectImages(context)), params),
  canonicalKey: cellKey,
  isFeasible: letsThrough,
  pathEncoding: ({ ops }) =>
    createPathEncoding({
      params: edges.map(edgeParam),
      inputs: ['input'],
      ops,
      longest: sumNodes.length,
      cellsOf: (params) => [
        {
          edges: edges.map((edge) => ({ from: edge[0], to: edge[1], op: opOf(params, edge) })),
          inputs: ['input'],
          outputs: sumNodes.slice(-1),
        },
      ],
    }),
  supergraph: (settings, context) => cellSupergraph(settings, expectImages(context)),
};
