// The files that were read into the register.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { RegisterReport } from "../domain/register-report.ts";

export interface RegisterImportLine {
  readonly id: string;
  readonly importedAt: Date;
  readonly fileName: string;
  readonly report: RegisterReport;
}

/** Newest first. */
export async function listRegisterImports(context: ReadingContext, limit = 50): Promise<RegisterImportLine[]> {
  const rows = await context.database.registerImport.findMany({ orderBy: { importedAt: "desc" }, take: limit });
  return rows.map(({ id, importedAt, fileName, report }) => ({
    id,
    importedAt,
    fileName,
    report: report as unknown as RegisterReport,
  }));
}
