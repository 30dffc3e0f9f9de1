// Writes down what is asked of the database, so that a test can say how many questions a page costs and which columns it reads.
import type { Context } from "#app/platform/context.server.ts";

export interface Question {
  /** "RollEntry.findMany" */
  readonly what: string;
  readonly args: unknown;
}

/** What is asked in SQL of our own: with ? for SQLite, with $1 for PostgreSQL. */
export interface RawQuestion {
  readonly sql: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The same context, and the list that grows with each question asked of it. */
export function writingDown<Given extends Context>(
  context: Given,
): { readonly context: Given; readonly questions: Question[] } {
  const questions: Question[] = [];
  const database = context.database.$extends({
    query: {
      $allOperations({ model, operation, args, query }) {
        questions.push({ what: `${model ?? ""}.${operation}`, args });
        return query(args) as Promise<unknown>;
      },
    },
  });
  return { context: { ...context, database: database as unknown as Given["database"] }, questions };
}
