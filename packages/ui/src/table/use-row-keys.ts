import { type KeyboardEvent, useState } from 'react';

export interface RowKeysOptions {
  /** In their order; live rows come, go and move between two keys. */
  readonly rows: readonly { readonly id: string }[];
  /** Rows of one page, for Page Up and Page Down. */
  readonly page: number;
  readonly scrollTo: (index: number) => void;
  readonly onToggle: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

export interface RowKeys {
  /** Index of the row that has or last had the focus, wherever it moved to; -1 while there is none. */
  readonly active: number;
  /** Says which row has the focus. */
  readonly setActive: (id: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** Arrow keys, Home, End and Page keys move between rows; Space selects, Enter opens. */
export function useRowKeys(options: RowKeysOptions): RowKeys {
  const { rows, page, scrollTo, onToggle, onOpen } = options;
  const [activeId, setActive] = useState<string | null>(null);
  const active = activeId === null ? -1 : rows.findIndex(({ id }) => id === activeId);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).tagName !== 'TR' || active < 0) return;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.length - 1, move));
      setActive(rows[next]?.id ?? null);
      scrollTo(next);
    } else if (event.key === ' ') {
      event.preventDefault();
      onToggle(active);
    } else if (event.key === 'Enter') {
      onOpen(active);
    }
  };
  return { active, setActive, onKeyDown };
}
