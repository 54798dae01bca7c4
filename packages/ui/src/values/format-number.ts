const missing = '–';

/** A metric or objective value, in digits that line up in a column. `–` when there is none. */
export function formatMetric(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e5) return formatCount(value);
  if (size < 1e-3) return value.toExponential(2);
  if (Number.isInteger(value)) return String(value);
  if (size >= 1000) return value.toFixed(1);
  if (size >= 1) return value.toPrecision(4);
  return size >= 0.01 ? value.toFixed(4) : value.toPrecision(3);
}

/** Counts of parameters, FLOPs, trials: `940`, `12.4k`, `3.1M`. */
export function formatCount(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  const size = Math.abs(value);
  for (const [limit, suffix] of [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e4, 'k'],
  ] as const) {
    const divisor = suffix === 'k' ? 1e3 : limit;
    if (size >= limit) return `${trimZero((value / divisor).toPrecision(3))}${suffix}`;
  }
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** Bytes with binary units: `812 B`, `1.2 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : trimZero(value.toPrecision(3))} ${units[unit]}`;
}

/** Milliseconds as `850 ms`, `4.2 s`, `3 min 12 s`, `2 h 05 min`, `3 d 4 h`. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms)) return missing;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${pad(Math.floor(seconds % 60))} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${pad(minutes % 60)} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** A number for a person to read, not to compare in a column: four significant digits, no trailing zeros. */
export function formatPlain(value: number): string {
  const size = Math.abs(value);
  const text = size < 1 && size >= 1e-3 ? value.toPrecision(4) : formatMetric(value);
  return text.includes('e') ? text.replace(/\.?0+e/, 'e') : trimZero(text);
}

/** One parameter value as text: plain numbers, everything else as it is. */
export function formatParam(value: unknown): string {
  if (value === undefined || value === null) return missing;
  if (typeof value === 'number') return formatPlain(value);
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** `28×28×32`, or `128` for a vector. */
export function formatShape(shape: readonly number[]): string {
  return shape.join('×');
}

function trimZero(text: string): string {
  return text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
