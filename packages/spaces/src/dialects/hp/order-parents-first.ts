type Dependents = Readonly<Record<string, { readonly when?: Readonly<Record<string, unknown>> | undefined }>>;

/** Names so that parents come before children, otherwise in the order of declaration. Needs a record without cycles. */
export function orderParentsFirst(domains: Dependents): string[] {
  const ordered = new Set<string>();
  const visit = (name: string) => {
    if (ordered.has(name)) return;
    parentsOf(domains, name).forEach(visit);
    ordered.add(name);
  };
  Object.keys(domains).forEach(visit);
  return [...ordered];
}

/** A child, its parent, that one's parent … back to the child, or undefined when conditions form no circle. */
export function findCycle(domains: Dependents): string[] | undefined {
  const cleared = new Set<string>();
  const search = (name: string, trail: readonly string[]): string[] | undefined => {
    if (cleared.has(name)) return undefined;
    const start = trail.indexOf(name);
    if (start >= 0) return [...trail.slice(start), name];
    for (const parent of parentsOf(domains, name)) {
      const cycle = search(parent, [...trail, name]);
      if (cycle !== undefined) return cycle;
    }
    cleared.add(name);
    return undefined;
  };
  for (const name of Object.keys(domains)) {
    const cycle = search(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function parentsOf(domains: Dependents, name: string): string[] {
  return Object.keys(domains[name]?.when ?? {}).filter((parent) => Object.hasOwn(domains, parent));
}
