// Who holds an office in which body on a day.
import { listOfficeHolders } from "#app/modules/bodies/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface HeldOffice {
  readonly name: string;
  readonly bodyKey: string;
}

export async function listOfficesOn(context: ReadingContext, day: string): Promise<HeldOffice[]> {
  const holders = await listOfficeHolders(context, { on: day });
  return holders.map(({ name, bodyKey }) => ({ name, bodyKey }));
}
