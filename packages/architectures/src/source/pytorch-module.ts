import { formatShape, type TensorShape } from '../tensor-shape.js';
import type { PlacedWeight } from './network-source.js';
import { formatCall, indent } from './python.js';
import { builtWeights, type SourceNode } from './source-node.js';

/** The line or lines that make a node's layers a member of the class; none when it has no layer. */
export function memberLines(node: SourceNode, name: string): string[] {
  const [first, ...rest] = node.layers.map(({ pytorch }) => formatCall(pytorch));
  if (first === undefined) return [];
  if (rest.length === 0) return [`self.${name} = ${first}`];
  const layers = [first, ...rest].map((layer) => `${layer},`);
  return [`self.${name} = nn.Sequential(`, ...indent(layers), ')'];
}

/** The line of a forward method that computes a node from the values of its inputs. */
export function forwardLine(node: SourceNode, name: string, inputs: readonly string[]): string {
  const value = node.join?.pytorch(inputs) ?? inputs.join(', ');
  const result = node.layers.length > 0 ? `self.${name}(${value})` : value;
  return `${name} = ${result}  # ${pytorchShape(node.shape)}`;
}

/** Channels come first in PyTorch. */
export function pytorchShape(shape: TensorShape): string {
  const [height, width, channels] = shape;
  return channels === undefined ? formatShape(shape) : `${channels}×${height}×${width}`;
}

/** Where the weights of a node are in the state of the network, whose member at `place` holds its layers. */
export function placedWeights(node: SourceNode, place: string): PlacedWeight[] {
  return node.layers.flatMap((layer, i) => {
    const member = node.layers.length === 1 ? place : `${place}.${i}`;
    return builtWeights(node, layer).map(({ weight: { name, axes }, ...place }) => ({
      ...place,
      name: `${member}.${name}`,
      ...(axes === undefined ? {} : { axes }),
    }));
  });
}

/** A class of layers with its forward method. */
export function moduleClass(
  name: string,
  { members, takes, forward }: { members: readonly string[]; takes: readonly string[]; forward: readonly string[] },
): string {
  const lines = [
    'def __init__(self):',
    ...indent(['super().__init__()', ...members]),
    '',
    `def forward(${['self', ...takes].join(', ')}):`,
    ...indent(forward),
  ];
  return [`class ${name}(nn.Module):`, ...indent(lines)].join('\n');
}
