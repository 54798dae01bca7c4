import { addOperation } from '../../cells/add-operation.js';
import type { CellPlace } from '../../cells/cell-network.js';
import type { GraphBuilder } from '../../graph/graph-builder.js';
import { cellNodes } from './cell-parameters.js';
import type { CellsPlan } from './cell-plan.js';
import type { DartsCellsSettings } from './settings.js';

/** Nodes that add up their edges, and all of them concatenated. */
export function addCell(
  builder: GraphBuilder,
  { plan, settings, place }: { plan: CellsPlan; settings: DartsCellsSettings; place: CellPlace },
): string {
  const { kind, prefix, inputs, width, stride } = place;
  const ids: string[] = [...inputs];
  for (const node of cellNodes(settings)) {
    const terms = plan[kind]
      .filter(({ to }) => to === node)
      .map(({ from, to, op, gate }) =>
        addOperation(builder, op, {
          id: `${prefix}-edge-${from}-${to}-${op}`,
          input: ids[from] as string,
          filters: width,
          stride: from < 2 ? stride : 1,
          gate,
        }),
      );
    ids.push(builder.add({ id: `${prefix}-node-${node}`, block: 'add', inputs: terms }));
  }
  return builder.add({ id: `${prefix}-output`, block: 'concat', inputs: ids.slice(2) });
}
