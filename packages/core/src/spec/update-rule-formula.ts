import type { UpdateRule } from './update-rule.js';

/** Written names; any other stands for itself. */
const operands: Readonly<Record<string, string>> = {
  'g^2': 'g²',
  'g^3': 'g³',
  m: 'm̂',
  v: 'v̂',
  gamma: 'γ̂',
  'sign(m)': 'sign(m̂)',
  noise: 'ε',
  '1e-4 w': '10⁻⁴w',
  '1e-3 w': '10⁻³w',
  '1e-2 w': '10⁻²w',
  '1e-1 w': '10⁻¹w',
  adam: 'Adam',
  rmsprop: 'RMSProp',
};

const functions: Readonly<Record<string, (x: string) => string>> = {
  log: (x) => `log|${x}|`,
  sqrt: (x) => `√|${x}|`,
  'clip 1e-5': (x) => `clip(${x}, 10⁻⁵)`,
  'clip 1e-4': (x) => `clip(${x}, 10⁻⁴)`,
  'clip 1e-3': (x) => `clip(${x}, 10⁻³)`,
  'drop 0.1': (x) => `drop(${x}, 0.1)`,
  'drop 0.3': (x) => `drop(${x}, 0.3)`,
  'drop 0.5': (x) => `drop(${x}, 0.5)`,
};

/** How strongly each sign binds; what binds less than its place asks for goes into brackets. */
const [sum, product, whole] = [1, 2, 3];

const signs: Readonly<Record<string, { readonly sign: string; readonly binds: number; readonly right: number }>> = {
  add: { sign: '+', binds: sum, right: sum },
  subtract: { sign: '−', binds: sum, right: product },
  multiply: { sign: '·', binds: product, right: product },
  divide: { sign: '/', binds: product, right: whole },
};

/** A rule as people write it: `ΔW = −η · g · exp(sign(g) · sign(m̂))` is PowerSign. */
export function updateRuleFormula(rule: UpdateRule): string {
  return `ΔW = −η · ${written(rule, product)}`;
}

function written(rule: UpdateRule, least: number): string {
  const { text, binds } = parts(rule);
  return binds < least ? `(${text})` : text;
}

function parts(rule: UpdateRule): { readonly text: string; readonly binds: number } {
  if ('operand' in rule) return { text: operands[rule.operand] ?? rule.operand, binds: whole };
  if ('function' in rule) return applied(rule.function, rule.of);
  const { combine, left, right } = rule;
  if (combine === 'left') return parts(left);
  const known = signs[combine];
  if (known === undefined) return { text: `${combine}(${written(left, sum)}, ${written(right, sum)})`, binds: whole };
  const { sign, binds } = known;
  return { text: `${written(left, binds)} ${sign} ${written(right, known.right)}`, binds };
}

function applied(name: string, of: UpdateRule): { readonly text: string; readonly binds: number } {
  if (name === 'identity') return parts(of);
  if (name === 'negate') return { text: `−${written(of, whole)}`, binds: sum };
  const write = functions[name] ?? ((x: string) => `${name}(${x})`);
  return { text: write(written(of, sum)), binds: whole };
}
