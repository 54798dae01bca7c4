/** A function or class that a generated file brings along. */
export interface Helper {
  readonly name: string;
  readonly text: string;
}

/** The helpers that a text uses, and those that they use, in the order of the list: each stands after those that it uses. */
export function helpersFor(text: string, helpers: readonly Helper[]): readonly string[] {
  const wanted: string[] = [];
  for (const { name, text: definition } of helpers.toReversed()) {
    const use = new RegExp(`\\b${name}\\(`);
    if ([text, ...wanted].some((using) => use.test(using))) wanted.unshift(definition);
  }
  return wanted;
}
