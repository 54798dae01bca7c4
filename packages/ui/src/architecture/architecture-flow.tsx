import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, type Edge, type Node, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type ReactElement, useMemo, useRef } from 'react';
import classes from './architecture.module.css';
import { ArchitectureNode, nodeSize } from './architecture-node.js';
import { nodeSentence } from './describe-node.js';
import type { GraphNode } from './graph-types.js';
import { layoutGraph } from './layout-graph.js';

const nodeTypes = { block: ArchitectureNode };
/** Below it the text of a block can't be read; a wider graph is panned instead. */
const leastZoom = 0.85;
/** Room under the graph for the zoom buttons, in CSS pixels. */
const controlsHeight = 52;

/** The drawing: pan by dragging or scrolling sideways, zoom with the buttons, Tab walks the blocks. */
export function ArchitectureFlow({
  nodes,
  height,
}: {
  readonly nodes: readonly GraphNode[];
  height: number;
}): ReactElement {
  const scheme = useComputedColorScheme('light');
  const pane = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => {
    const placed = layoutGraph(nodes, nodeSize);
    const data = new Map(nodes.map((node) => [node.id, node]));
    const flowNodes: Node[] = placed.nodes.map(({ id, x, y }) => {
      const node = data.get(id) as GraphNode;
      return {
        id,
        type: 'block',
        position: { x, y },
        ...nodeSize,
        data: { node },
        ariaLabel: nodeSentence(node),
        draggable: false,
        connectable: false,
        deletable: false,
      };
    });
    const edges: Edge[] = nodes.flatMap((node) =>
      node.inputs.map((input) => ({ id: `${input}→${node.id}`, source: input, target: node.id, focusable: false })),
    );
    return { flowNodes, edges, size: placed };
  }, [nodes]);
  const show = (flow: ReactFlowInstance, { clientWidth: width, clientHeight }: HTMLElement) => {
    const zoom = Math.min(
      1,
      Math.max(leastZoom, Math.min(width / drawing.size.width, (clientHeight - controlsHeight) / drawing.size.height)),
    );
    const rest = width - drawing.size.width * zoom;
    void flow.setViewport({
      x: Math.max(rest / 2, 0),
      y: (clientHeight - controlsHeight - drawing.size.height * zoom) / 2,
      zoom,
    });
  };
  return (
    <div ref={pane} className={classes.pane} style={{ height: Math.min(height, drawing.size.height + controlsHeight) }}>
      <ReactFlow
        key={nodes.map((node) => node.id).join()}
        nodes={drawing.flowNodes}
        edges={drawing.edges}
        nodeTypes={nodeTypes}
        colorMode={scheme}
        onInit={(flow) => pane.current && show(flow, pane.current)}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        aria-label="Architecture graph"
      >
        <Background gap={20} />
        <Controls showInteractive={false} orientation="horizontal" />
      </ReactFlow>
    </div>
  );
}
