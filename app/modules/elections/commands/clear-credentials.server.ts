// Takes back the voting codes of an election that is not sealed: credentials, tags and sealed mails of before must not stay usable.
import type { ContextWithin } from "#app/platform/context.server.ts";

export async function clearCredentials(within: ContextWithin, electionId: string): Promise<void> {
  await within.database.election.update({
    where: { id: electionId },
    data: { credentialsPayload: null, credentialAuthorityId: null },
  });
  await within.database.rollEntry.updateMany({
    where: { electionId },
    data: {
      eligibilityTag: null,
      sealedVotingCode: null,
      accessKeyHash: null,
      secondKeyHash: null,
      endedKeyHash: null,
    },
  });
}
