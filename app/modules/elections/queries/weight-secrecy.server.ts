// What the weights of a roll could tell about votes, for the desks before the box is sealed.
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { WeightClass, WeightWarning } from "../domain/weight-secrecy.ts";
import { weightClassesOf, weightWarnings } from "../domain/weight-secrecy.ts";
import { onRoll } from "./roll-tree.server.ts";

export interface WeightSecrecy {
  readonly classes: readonly WeightClass[];
  readonly warnings: readonly WeightWarning[];
}

export async function findWeightSecrecy(context: ReadingContext, electionId: string): Promise<WeightSecrecy> {
  const rows = await context.database.rollEntry.findMany({ where: { electionId, ...onRoll }, select: { votes: true } });
  const weights = rows.map(({ votes }) => votes);
  return { classes: weightClassesOf(weights), warnings: weightWarnings(weights) };
}
