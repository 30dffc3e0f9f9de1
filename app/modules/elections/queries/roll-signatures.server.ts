// Who signed the roll as it stands now, and what exactly is signed; for everybody.
import { verifyTrusteeStatement } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { rollRoot, rollStatement } from "#app/lib/roll-proof/index.ts";
import type { RollStatementParts } from "#app/lib/roll-proof/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import { needsFinalRoll } from "../domain/final-roll.ts";
import { listPublicParts } from "./roll-tree.server.ts";

export interface RollSignature {
  /** The seat whose key signed, from 1. */
  readonly trustee: number;
  readonly accountId: string;
  readonly name: string;
  readonly signature: string;
  readonly signedAt: string;
}

export interface RollSignatures {
  readonly root: string | null;
  readonly version: number;
  readonly size: number;
  readonly votes: number;
  /** How many seats must sign before the box is sealed; 0 in a test election without a call. */
  readonly needed: number;
  /** Whether the key ceremony has given the seats their keys. */
  readonly hasKeys: boolean;
  /** Of the roll as it stands now, by seat; signatures of earlier versions do not count. */
  readonly signatures: readonly RollSignature[];
}

export async function findRollSignatures(context: ReadingContext, electionId: string): Promise<RollSignatures> {
  const election = await context.database.election.findUniqueOrThrow({
    where: { id: electionId },
    select: {
      rollRoot: true,
      rollVersion: true,
      trusteeThreshold: true,
      hasCall: true,
      isTest: true,
      trusteesPayload: true,
    },
  });
  const parts = await listPublicParts(context, electionId);
  const rows = await context.database.rollSignature.findMany({
    where: { electionId, version: election.rollVersion, root: election.rollRoot ?? "" },
    orderBy: { trusteeIndex: "asc" },
  });
  return {
    root: election.rollRoot,
    version: election.rollVersion,
    size: parts.length,
    votes: parts.reduce((sum, { votes }) => sum + votes, 0),
    needed: needsFinalRoll(election) ? election.trusteeThreshold : 0,
    hasKeys: election.trusteesPayload !== null,
    signatures: rows.map(({ trusteeIndex, accountId, name, signature, signedAt }) => ({
      ...{ trustee: trusteeIndex, accountId, name, signature },
      signedAt: signedAt.toISOString(),
    })),
  };
}

interface SignedElection {
  readonly id: string;
  readonly group: string;
  readonly rollVersion: number;
  readonly trusteesPayload: string | null;
}

/** The roll as the table has it now: what may be signed, and whether a signature is of exactly this. */
export async function readRollToSign(context: ReadingContext, election: SignedElection) {
  const parts = await listPublicParts(context, election.id);
  const root = rollRoot(parts);
  const roll: Omit<RollStatementParts, "trustee"> = {
    electionId: election.id,
    rollVersion: election.rollVersion,
    root,
    size: parts.length,
    votes: parts.reduce((sum, { votes }) => sum + votes, 0),
  };
  const isSigned = ({ trustee, signature }: Pick<RollSignature, "trustee" | "signature">): boolean =>
    verifyTrusteeStatement({
      group: election.group as GroupName,
      trusteesPayload: election.trusteesPayload ?? "",
      index: trustee,
      statement: rollStatement({ ...roll, trustee }),
      signature,
    });
  return { root, isSigned };
}
