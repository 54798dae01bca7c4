import { AbstractLogger } from 'typeorm';

/** Tells about each statement that goes to the server through TypeORM: to count them in tests, or to trace them. */
export class StatementLog extends AbstractLogger {
  readonly #onStatement: (sql: string) => void;

  constructor(onStatement: (sql: string) => void) {
    super('all');
    this.#onStatement = onStatement;
  }

  override logQuery(sql: string): void {
    this.#onStatement(sql);
  }

  protected override writeLog(): void {}
}
