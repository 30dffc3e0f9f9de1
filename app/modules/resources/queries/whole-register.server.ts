// The register whole, and one AS number of it: for a directory that keeps it in memory.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { AutonomousSystem } from "../domain/autonomous-system.ts";
import { asAutonomousSystem } from "../domain/autonomous-system.ts";
import type { Network } from "../domain/network.ts";
import { asNetwork } from "../domain/network.ts";

export interface WholeRegister {
  readonly networks: readonly Network[];
  readonly systems: readonly AutonomousSystem[];
}

export async function readWholeRegister(context: ReadingContext): Promise<WholeRegister> {
  return {
    networks: (await context.database.network.findMany()).map(asNetwork),
    systems: (await context.database.autonomousSystem.findMany()).map(asAutonomousSystem),
  };
}

/** Undefined where the register has no such AS number. */
export async function findAutonomousSystem(
  context: ReadingContext,
  asn: number,
): Promise<AutonomousSystem | undefined> {
  const row = await context.database.autonomousSystem.findUnique({ where: { asn: BigInt(asn) } });
  return row === null ? undefined : asAutonomousSystem(row);
}
