// Claims as each reader may see them: the public, the commission with its auditors, the member who filed, with an account or without.
import { findStages } from "#app/modules/calendars/index.server.ts";
import { defaultLanguage, isLanguage } from "#app/platform/language/languages.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { requirePermission } from "#app/platform/permissions/actor.ts";
import type { ClaimGround, ClaimKind, ClaimState } from "../domain/claim-kinds.ts";
import { claimKinds, stagesOf, undecidedStates } from "../domain/claim-kinds.ts";
import type { ClaimView } from "../domain/claim-view.ts";
import { isWhollyPublic } from "../domain/claim-words.ts";
import type { PublicPart } from "../domain/redaction.ts";
import { permissions } from "../module.ts";

/** Who reads: anybody, the commission's desk, the person with that account, or the voter with that entry who showed its key. */
export type ClaimReader = "public" | "commission" | { readonly accountId: string } | EntryHolder;

/** Who holds an entry of the roll without an account. Privacy: what somebody before her wrote for the same entry is not hers to read. */
export interface EntryHolder {
  readonly rollEntryId: string;
  readonly holderNumber: number;
}

export interface ClaimSelection {
  readonly electionId: string;
  /** Absent: all kinds. */
  readonly kind?: ClaimKind;
  readonly for: ClaimReader;
}

/** The claims of an election in the order in which they came. */
export async function listClaims(context: ReadingContext, selection: ClaimSelection): Promise<ClaimView[]> {
  const { electionId, kind, for: reader } = selection;
  if (reader === "commission") requirePermission(context.actor, permissions, "claims:read-all");
  const rows = await context.database.claim.findMany({
    where: {
      electionId,
      ...(kind === undefined ? {} : { kind }),
      ...filedBy(reader),
    },
    orderBy: { number: "asc" },
    include: { conflicts: { orderBy: { declaredAt: "asc" } } },
  });
  const decideBy = await promisesOf(context, electionId);
  return rows.map((row) => viewOf(row, decideBy.get(row.kind) ?? null, reader));
}

function filedBy(reader: ClaimReader) {
  if (typeof reader === "string") return {};
  if ("accountId" in reader) return { filedBy: reader.accountId };
  return { rollEntryId: reader.rollEntryId, rollHolder: reader.holderNumber };
}

/** One claim by its number, for the commission's desk or its own member. */
export async function findClaim(
  context: ReadingContext,
  { electionId, number, for: reader }: Omit<ClaimSelection, "kind"> & { readonly number: number },
): Promise<ClaimView | undefined> {
  const claims = await listClaims(context, { electionId, for: reader });
  return claims.find((claim) => claim.number === number);
}

/** How many claims of a kind the commission has not answered yet. */
export function countUndecidedClaims(
  context: ReadingContext,
  { electionId, kind }: { readonly electionId: string; readonly kind?: ClaimKind },
): Promise<number> {
  return context.database.claim.count({
    where: { electionId, ...(kind === undefined ? {} : { kind }), state: { in: [...undecidedStates] } },
  });
}

async function promisesOf(context: ReadingContext, electionId: string): Promise<Map<string, string>> {
  const stages = await findStages(context, electionId);
  return new Map(
    claimKinds.flatMap((kind): [string, string][] => {
      const end = stages.find((stage) => stage.kind === stagesOf[kind].deciding)?.closesAt;
      return end ? [[kind, end.toISOString()]] : [];
    }),
  );
}

type ClaimRow = NonNullable<Awaited<ReturnType<ReadingContext["database"]["claim"]["findUnique"]>>> & {
  readonly conflicts: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly reason: string;
    readonly declaredAt: Date;
  }[];
};

function viewOf(row: ClaimRow, decideBy: string | null, reader: ClaimReader): ClaimView {
  const isConfidential = reader !== "public";
  // Privacy: why a commissioner is near to the claim is read by the commission and auditors, not by who filed it.
  const conflicts = typeof reader === "string" ? row.conflicts : [];
  const publication = row.publication as ClaimView["publication"];
  const publicText = publication === "published" ? (row.publicText as unknown as PublicPart[]) : null;
  return {
    number: row.number,
    electionId: row.electionId,
    kind: row.kind as ClaimKind,
    ground: row.ground as ClaimGround,
    language: isLanguage(row.language) ? row.language : defaultLanguage,
    state: row.state as ClaimState,
    filedAt: row.filedAt.toISOString(),
    decideBy,
    publication,
    publicText,
    subjectLabel: isConfidential || isWhollyPublic(publication, publicText) ? row.subjectLabel : "",
    reasons: row.reasons,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    followUp: row.followUp,
    confidential: isConfidential
      ? {
          claimId: row.id,
          subjectId: row.subjectId,
          organizationId: row.organizationId,
          organizationHandle: row.organizationHandle,
          organizationName: row.organizationName,
          filedBy: row.filedBy,
          rollEntryId: row.rollEntryId,
          filedByName: row.filedByName,
          filedByEmail: row.filedByEmail,
          text: row.text,
          decidedByName: row.decidedByName,
          conflicts: conflicts.map(({ accountId, name, reason, declaredAt }) => ({
            accountId,
            name,
            reason,
            declaredAt: declaredAt.toISOString(),
          })),
        }
      : null,
  };
}
