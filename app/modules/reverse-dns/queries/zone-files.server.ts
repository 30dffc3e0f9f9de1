// The registry's zone files as they were generated last.
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface NumberedFile {
  readonly apex: string;
  readonly serial: number;
  /** When it got this number. */
  readonly publishedAt: string;
}

export async function listZoneFiles(context: ReadingContext): Promise<NumberedFile[]> {
  const rows = await context.database.reverseZoneFile.findMany({ orderBy: { apex: "asc" } });
  return rows.map(({ apex, serial, publishedAt }) => ({
    ...{ apex, serial: Number(serial), publishedAt: publishedAt.toISOString() },
  }));
}
