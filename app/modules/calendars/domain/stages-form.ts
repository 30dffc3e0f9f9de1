// The stages as the fields of a form, and as JSON, and back. What cannot be read is named and not guessed.
import { z } from "zod";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { readUtcInput } from "#app/lib/instants/index.ts";
import type { Stage, StageKind } from "./stages.ts";
import { stageKinds, stageRules } from "./stages.ts";

export interface StagesRead {
  readonly stages: readonly Stage[];
  /** Fields that hold something that is no moment: "voting.opensAt". */
  readonly malformed: readonly string[];
}

/** Reads fields such as "voting.opensAt": "2026-05-20T18:00". A stage without a beginning is left out. */
export function readStages(fields: Readonly<Record<string, string>>): StagesRead {
  const malformed: string[] = [];
  const read = (kind: StageKind, edge: "opensAt" | "closesAt"): Date | null => {
    const text = (fields[`${kind}.${edge}`] ?? "").trim();
    if (text === "") return null;
    const instant = readUtcInput(text);
    if (instant === undefined) malformed.push(`${kind}.${edge}`);
    return instant ?? null;
  };
  const stages = stageKinds.flatMap((kind): Stage[] => {
    const opensAt = read(kind, "opensAt");
    const closesAt = stageRules[kind].isPeriod ? read(kind, "closesAt") : null;
    return opensAt === null ? [] : [{ kind, opensAt, closesAt }];
  });
  return { stages, malformed };
}

/** A stage as pages and proposals carry it. */
export interface StageOnPaper {
  readonly kind: StageKind;
  readonly opensAt: string;
  readonly closesAt: string | null;
}

export function stagesToJson(stages: readonly Stage[]): StageOnPaper[] {
  return stages.map(({ kind, opensAt, closesAt }) => ({
    kind,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt?.toISOString() ?? null,
  }));
}

const stagesJson = z.array(
  z.object({ kind: z.enum(stageKinds), opensAt: z.iso.datetime(), closesAt: z.iso.datetime().nullable() }),
);

/** Reads what `stagesToJson` wrote, alone or as the `stages` of an object; throws on anything else. */
export function stagesFromJson(json: Json | readonly StageOnPaper[]): Stage[] {
  const list = typeof json === "object" && json !== null && "stages" in json ? json.stages : json;
  return stagesJson.parse(list).map(({ kind, opensAt, closesAt }) => ({
    kind,
    opensAt: new Date(opensAt),
    closesAt: closesAt === null ? null : new Date(closesAt),
  }));
}
