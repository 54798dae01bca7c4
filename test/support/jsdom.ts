import { TextDecoder, TextEncoder } from 'node:util';

// What jsdom lacks and our libraries expect of a browser. It has no layout either: give the scroller a size.
Object.assign(globalThis, { TextDecoder, TextEncoder });
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
})) as never;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never;
Object.defineProperty(document, 'fonts', {
  configurable: true,
  value: { addEventListener() {}, removeEventListener() {} },
});
