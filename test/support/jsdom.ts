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
// No canvas either: what draws gets a context whose methods do nothing.
const nothing: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'width' ? 0 : nothing),
  apply: () => nothing,
});
HTMLCanvasElement.prototype.getContext = (() => nothing) as never;
globalThis.Path2D ??= class {
  moveTo() {}
  lineTo() {}
  rect() {}
  arc() {}
  addPath() {}
  closePath() {}
} as never;
