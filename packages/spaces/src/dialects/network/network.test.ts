import { describe, expect, it } from '@jest/globals';
import { compileSpace } from '../../compile-space.js';
import { requireSpace } from '../../require-space.js';
import { exampleNetwork as graph } from './example.js';

describe('network', () => {
  it('is a space of one network, by its name', () => {
    const space = requireSpace({ arch: { dialect: 'network', name: 'trial-12', ...graph } });
    expect(space.parameters.map(({ name, domain }) => [name, domain])).toEqual([
      ['arch.network', { kind: 'categorical', choices: ['trial-12'] }],
    ]);
    const { arch } = space.decode({ 'arch.network': 'trial-12' }, { inputShape: [28, 28, 1], classes: 10 });
    expect(arch).toEqual(graph);
  });

  it('takes the images and classes of the task', () => {
    const space = requireSpace({ arch: { dialect: 'network', ...graph } });
    const { arch } = space.decode({ 'arch.network': 'given' }, { inputShape: [32, 24, 3], classes: 100 });
    expect(arch?.nodes[0]?.attributes).toEqual({ shape: [32, 24, 3] });
    expect(arch?.nodes.at(-1)?.attributes).toEqual({ units: 100 });
    expect(arch?.nodes.slice(1, -1)).toEqual(graph.nodes.slice(1, -1));
  });

  it('refuses what is no architecture, each thing at its place', () => {
    const compiled = compileSpace({ arch: { dialect: 'network', version: 1, nodes: [{ id: 'a' }], outputs: 'a' } });
    const issues = compiled.kind === 'refused' ? compiled.issues : [];
    expect(issues.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'arch.outputs bad-architecture',
      'arch.nodes.0.block bad-architecture',
      'arch.nodes.0.attributes bad-architecture',
      'arch.nodes.0.inputs bad-architecture',
      'arch.output bad-architecture',
    ]);
    expect(compileSpace({ arch: { dialect: 'network', ...graph, version: 2 } })).toMatchObject({
      issues: [{ path: ['arch', 'version'], code: 'newer-version' }],
    });
  });
});
