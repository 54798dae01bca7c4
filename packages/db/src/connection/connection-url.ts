import { CambiumError } from '@cambium/core';

export interface ConnectionTarget {
  readonly url: string;
  readonly database: string;
  /** The same with the password left out: for messages. */
  readonly shown: string;
  /** The same server, another database. */
  withDatabase(database: string): string;
}

/** @throws CambiumError `fix-input` when the text is not a PostgreSQL connection string with a database name. */
export function parseConnectionUrl(url: string): ConnectionTarget {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const database = decodeURIComponent(parsed?.pathname.slice(1) ?? '');
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol) || database === '') {
    throw new CambiumError(
      'fix-input',
      'The database address must look like postgres://user:password@host:5432/database (DATABASE_URL).',
    );
  }
  const shown = new URL(parsed);
  if (shown.password !== '') shown.password = '***';
  return {
    url,
    database,
    shown: shown.href,
    withDatabase(name) {
      const other = new URL(parsed);
      other.pathname = `/${encodeURIComponent(name)}`;
      return other.href;
    },
  };
}
