import type { SearchProblem } from '@cambium/core';
import type { Registries } from '../registries.js';
import { type CompiledProblem, compileProblem } from './compile-problem.js';

/** Experiments that are searched at the same time; the least recently used one makes room. */
const capacity = 64;

/** Compiles each problem once. The same specification object is recognised at once, an equal one by its text. */
export function createProblemCache(registries: Registries): (problem: SearchProblem) => CompiledProblem {
  const byIdentity = new WeakMap<SearchProblem['spec'], CompiledProblem>();
  const byText = new Map<string, CompiledProblem>();
  return (problem) => {
    const known = byIdentity.get(problem.spec);
    if (known !== undefined) return known;
    const text = JSON.stringify([problem.spec, problem.context]);
    const compiled = byText.get(text) ?? compileProblem(problem, registries);
    byText.delete(text);
    byText.set(text, compiled);
    for (const oldest of byText.keys()) {
      if (byText.size <= capacity) break;
      byText.delete(oldest);
    }
    byIdentity.set(problem.spec, compiled);
    return compiled;
  };
}
