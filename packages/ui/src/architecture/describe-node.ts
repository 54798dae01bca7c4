import { formatCount, formatShape } from '../values/format-number.js';
import type { GraphNode } from './graph-types.js';

/** A block's attributes as a short phrase: `3×3 · 32 filters · stride 2`. Absent, false and default ones are left out. */
export function describeAttributes(attributes: Readonly<Record<string, unknown>>): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === 'none') continue;
    if (name === 'kernel' || name === 'size') parts.push(`${value}×${value}`);
    else if (name === 'stride') {
      if (value !== 1) parts.push(`stride ${value}`);
    } else if (name === 'shape') continue;
    else if (value === true) parts.push(name);
    else if (name === 'activation') parts.push(String(value));
    else if (Array.isArray(value)) parts.push(`${name} ${value.join('×')}`);
    else parts.push(`${value} ${name}`);
  }
  return parts.join(' · ');
}

/** The whole node in words, for screen readers and tooltips. */
export function nodeSentence(node: GraphNode): string {
  const attributes = describeAttributes(node.attributes);
  const group = node.group ? `, in ${node.group}` : '';
  return `${node.block}${attributes ? `, ${attributes}` : ''}${group}. Output ${formatShape(node.shape)}, ${formatCount(node.params)} parameters, ${formatCount(node.flops)} FLOPs.`;
}
