import { existsSync, readFileSync } from 'node:fs';
import { MissingData } from './problem.js';

/** A file of references as JSON, in which Python has written Infinity and NaN where JSON has null. */
export function readJson<T>(file: string): T {
  if (!existsSync(file)) throw new MissingData(`${file} is not here`);
  const text = readFileSync(file, 'utf8').replace(/(?<=[[\s,:])-?(Infinity|NaN)(?=[\s,\]}])/g, 'null');
  return JSON.parse(text) as T;
}
