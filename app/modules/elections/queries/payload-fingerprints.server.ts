// The fingerprints of an election's payloads, for its page. What was sealed never changes, so the megabyte behind them is read once.
import { electionFingerprint, payloadFingerprint } from "#app/lib/ballot-protocol/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";

export interface PayloadFingerprints {
  readonly credentials: string | null;
  readonly trustees: string | null;
  readonly election: string | null;
}

/** What the two fingerprints that are compared before the sealing are made of; nothing where there is no such election. */
export async function findPayloadsToSeal(
  context: ReadingContext,
  id: string,
): Promise<{ readonly trusteesPayload: string | null; readonly credentialsPayload: string | null }> {
  const select = { trusteesPayload: true, credentialsPayload: true } as const;
  const found = await context.database.election.findUnique({ where: { id }, select });
  return found ?? { trusteesPayload: null, credentialsPayload: null };
}

const mostKept = 50;
const ofSealed = new Map<string, PayloadFingerprints>();

export async function findPayloadFingerprints(
  context: ReadingContext,
  { id, electionPayload: sealed }: { readonly id: string; readonly electionPayload: string | null },
): Promise<PayloadFingerprints> {
  // Why by what was sealed: it names the election and its key, and the sealing fixes all three together.
  const known = sealed === null ? undefined : ofSealed.get(sealed);
  if (known !== undefined) return known;
  const { credentialsPayload, trusteesPayload, electionPayload } = await context.database.election.findUniqueOrThrow({
    where: { id },
    select: { credentialsPayload: true, trusteesPayload: true, electionPayload: true },
  });
  const found = {
    credentials: credentialsPayload === null ? null : payloadFingerprint(credentialsPayload),
    trustees: trusteesPayload === null ? null : payloadFingerprint(trusteesPayload),
    election: electionPayload === null ? null : electionFingerprint(electionPayload),
  };
  if (sealed === null) return found;
  if (ofSealed.size >= mostKept) ofSealed.clear();
  ofSealed.set(sealed, found);
  return found;
}
