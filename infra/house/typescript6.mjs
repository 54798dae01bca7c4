/**
 * dependency-cruiser reads sources with TypeScript's JavaScript API, which TypeScript 7 does not have, and would report an
 * empty graph. Loaded first (`node --import`), this gives it TypeScript 6, installed under another name.
 */
import Module, { register } from 'node:module';

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolve(request, ...rest) {
  return resolveFilename.call(this, request.replace(/^typescript(?=$|\/)/, 'typescript6'), ...rest);
};
const hook = `export const resolve = (name, context, next) => next(name === 'typescript' ? 'typescript6' : name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
