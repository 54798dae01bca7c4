import type { ArchitectureNode, Gate, JsonObject, SuperGraph } from '@cambium/core';
import type { Choice } from '../choices.js';

const edges = ['0-1', '0-2', '1-2', '0-3', '1-3', '2-3'] as const;

/** The options of an edge, beside `none`, which has no node. */
const options: Readonly<Record<string, readonly [block: string, attributes: JsonObject]>> = {
  skip: ['max-pool', { size: 1, stride: 1 }],
  conv: ['conv', { filters: 4, kernel: 3, stride: 1, activation: 'relu', norm: true }],
  pool: ['avg-pool', { size: 3, stride: 1 }],
};

/** A cell of four states and six edges as in NAS-Bench-201, four channels wide, on 8×8 images of three classes. */
export const cellSupernet: SuperGraph = createCell();

export const cellChoices: readonly Choice[] = edges.map((edge) => ({
  param: `arch.${edge}`,
  values: ['none', 'skip', 'conv', 'pool'],
}));

function createCell(): SuperGraph {
  const nodes: ArchitectureNode[] = [];
  const gates: Record<string, Gate> = {};
  const add = (id: string, block: string, attributes: JsonObject, inputs: readonly string[]) => {
    nodes.push({ id, block, attributes, inputs });
    return id;
  };
  add('image', 'input', { shape: [8, 8, 1] }, []);
  const states = [add('stem', 'conv', { filters: 4, kernel: 3, stride: 2 }, ['image'])];
  for (const to of [1, 2, 3]) {
    const incoming = edges
      .filter((edge) => edge.endsWith(String(to)))
      .flatMap((edge) =>
        Object.entries(options).map(([value, [block, attributes]]) => {
          const id = add(`${edge}.${value}`, block, attributes, [states[Number(edge[0])] as string]);
          gates[id] = { param: `arch.${edge}`, value };
          return id;
        }),
      );
    states.push(add(`state-${to}`, 'add', { activation: 'none' }, incoming));
  }
  add('vector', 'global-average-pool', {}, [states[3] as string]);
  add('logits', 'dense', { units: 3, activation: 'none' }, ['vector']);
  return { graph: { version: 1, nodes, output: 'logits' }, gates };
}
