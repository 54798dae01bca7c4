/** A value in Python: a number, a truth value, or text that stands in the source as it is. */
export type PythonValue = number | boolean | string;

/** `callee(arguments)`, kept apart so that a writer can add arguments. */
export interface PythonCall {
  readonly callee: string;
  readonly arguments: readonly string[];
}

/** Positional arguments first, then the named ones in their order; named ones that are undefined are left out. */
export function call(
  callee: string,
  positional: readonly PythonValue[] = [],
  named: Readonly<Record<string, PythonValue | undefined>> = {},
): PythonCall {
  const keywords = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${literal(value)}`],
  );
  return { callee, arguments: [...positional.map(literal), ...keywords] };
}

export function formatCall({ callee, arguments: given }: PythonCall, ...more: readonly string[]): string {
  return `${callee}(${[...given, ...more].join(', ')})`;
}

function literal(value: PythonValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

/** Text indented by one level more. Empty lines stay empty. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : `    ${line}`));
}

const keywords = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** Gives Python names that are valid and used once each; `taken` are those that mean something already. */
export function pythonNames(taken: Iterable<string> = []): (text: string) => string {
  const used = new Set([...keywords, ...taken]);
  return (text) => {
    const name = /^[A-Za-z_]/.test(text) ? identifier(text) : `node_${identifier(text)}`;
    let free = name;
    for (let i = 2; used.has(free); i++) free = `${name}_${i}`;
    used.add(free);
    return free;
  };
}

function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9_]+/g, '_');
}

/** `stage 1` becomes `Stage1`. */
export function pascalCase(text: string): string {
  return text.replace(/[^A-Za-z0-9]*([A-Za-z0-9]+)[^A-Za-z0-9]*/g, (_, word: string) => {
    return word.slice(0, 1).toUpperCase() + word.slice(1);
  });
}
