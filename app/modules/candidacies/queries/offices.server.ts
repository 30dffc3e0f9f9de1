// Who holds an office in which body on a day.
import { listOfficesHeld } from "#app/modules/bodies/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface HeldOffice {
  readonly name: string;
  readonly bodyKey: string;
  /** Null where only the name is known. */
  readonly accountId: string | null;
}

export function listOfficesOn(context: ReadingContext, day: string): Promise<HeldOffice[]> {
  return listOfficesHeld(context, day);
}
