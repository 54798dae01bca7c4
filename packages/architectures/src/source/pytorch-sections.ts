import { pascalCase } from './python.js';
import { forwardLine, memberLines, moduleClass } from './pytorch-module.js';
import { classNames, memberNames } from './pytorch-names.js';
import type { Section } from './sections.js';

/** A section as a class of its own. Sections that compute the same share one. */
export interface SectionClass {
  readonly name: string;
  /** By node id: the member that holds the node's layers. */
  readonly members: ReadonlyMap<string, string>;
}

interface SectionBody {
  readonly members: ReadonlyMap<string, string>;
  /** The class under a name. */
  written(name: string): string;
}

/** The classes of sections with more than one node, and their text, each text once. */
export function sectionClasses(sections: readonly Section[]): {
  readonly classes: ReadonlyMap<Section, SectionClass>;
  readonly texts: readonly string[];
} {
  const alike = new Map<string, { readonly section: Section; readonly body: SectionBody }[]>();
  for (const section of sections.filter(({ nodes }) => nodes.length > 1)) {
    const body = sectionBody(section);
    const text = body.written('');
    alike.set(text, [...(alike.get(text) ?? []), { section, body }]);
  }
  const names = classNames();
  const classes = new Map<Section, SectionClass>();
  const texts: string[] = [];
  for (const same of alike.values()) {
    const name = names(commonName(same.map(({ section }) => pascalCase(section.group ?? ''))));
    for (const [i, { section, body }] of same.entries()) {
      classes.set(section, { name, members: body.members });
      if (i === 0) texts.push(body.written(name));
    }
  }
  return { classes, texts };
}

/** Of `Stage1Cell1` and `Stage1Cell2`: `Stage1Cell`. Of names that begin differently the first. */
function commonName(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length === 1) return first;
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length++;
  const prefix = first.slice(0, length).replace(/\d+$/, '');
  return prefix === '' ? first : prefix;
}

function sectionBody(section: Section): SectionBody {
  const takes = section.takes.map((_, i) => (section.takes.length === 1 ? 'x' : `x${i + 1}`));
  const names = memberNames(takes);
  const members = new Map(section.nodes.map(({ id }) => [id, names(localName(id, section.group))]));
  const values = new Map([...section.takes.map((id, i) => [id, takes[i] as string] as const), ...members]);
  const valueOf = (id: string) => values.get(id) as string;
  const lines = {
    members: section.nodes.flatMap((node) => memberLines(node, valueOf(node.id))),
    takes,
    forward: [
      ...section.nodes.map((node) => forwardLine(node, valueOf(node.id), node.inputs.map(valueOf))),
      `return ${section.gives.map(valueOf).join(', ')}`,
    ],
  };
  return { members, written: (name) => moduleClass(name, lines) };
}

/** An id without its group, which the class says already: `block-1` of `stage-1-block-1` in `stage 1`. */
function localName(id: string, group = ''): string {
  const slug = `${group.replace(/[^A-Za-z0-9]+/g, '-')}-`;
  const plain = id.replace(/[^A-Za-z0-9]+/g, '-');
  return plain.startsWith(slug) && plain.length > slug.length ? plain.slice(slug.length) : id;
}
