/**
 * Cells of comma-separated text (RFC 4180), row by row. Rows may end in CR LF; empty lines are skipped.
 */
export function parseCsv(text: string): string[][] {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  // Most tables quote nothing, and native splitting is many times as fast.
  if (!text.includes('"')) {
    const lines = text.slice(start).split(/\r?\n/);
    return lines.filter((line) => line !== '').map((line) => line.split(','));
  }
  return parseQuoted(text, start);
}

function parseQuoted(text: string, start: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = start;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const cell = quoted ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) row.push('');
      if (at < text.length) continue;
    }
    if (row.length > 1 || row[0] !== '' || quoted) rows.push(row);
    row = [];
    if (text[at] === '\r') at += 1;
    at += 1;
  }
  return rows;
}

function plainCell(text: string, from: number): { value: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(from, end), end };
}

function quotedCell(text: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
