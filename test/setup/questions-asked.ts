// Writes down what is asked of the database, so that a test can say how many questions a page costs and which columns it reads.
import type { TestContext } from "./databases.ts";

export interface Question {
  /** "RollEntry.findMany" */
  readonly what: string;
  readonly args: unknown;
}

/** The same context, and the list that grows with each question asked of it. */
export function writingDown(context: TestContext): { readonly context: TestContext; readonly questions: Question[] } {
  const questions: Question[] = [];
  const database = context.database.$extends({
    query: {
      $allOperations({ model, operation, args, query }) {
        questions.push({ what: `${model ?? ""}.${operation}`, args });
        return query(args) as Promise<unknown>;
      },
    },
  });
  return { context: { ...context, database: database as unknown as TestContext["database"] }, questions };
}
