// What a commission member's browser does when it makes the voting codes, done here for a simulation or demonstration.
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { mailRoomRecipient } from "#app/modules/notifications/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { publishCredentials } from "../../commands/publish-credentials.server.ts";
import type { VotingCodeLine } from "../../domain/voting-codes.ts";
import { makeVotingCodes } from "../../domain/voting-codes.ts";
import { listCodeRecipients } from "../../queries/commission.server.ts";
import { findElection } from "../../queries/elections.server.ts";

export interface IssuedCode extends VotingCodeLine {
  readonly rollEntryId: string;
}

/** Makes and publishes the codes; answers them, in the order of the roll, to whoever plays the voters. */
export async function issueVotingCodes(
  context: Context,
  electionId: string,
  onProgress?: (done: number, of: number) => void,
): Promise<IssuedCode[]> {
  const election = await findElection(context, electionId);
  if (election === undefined) throw new Error(`there is no election ${electionId}`);
  const recipients = await listCodeRecipients(context, electionId);
  const made = await makeVotingCodes({
    electionId,
    group: election.group as GroupName,
    recipients,
    mailRoomRecipient: await mailRoomRecipient(context),
    random: context.random,
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  expectOk(
    await publishCredentials(context, { electionId, credentialsPayload: made.credentialsPayload, issued: made.issued }),
  );
  return made.codes.map((line, position) => ({ ...line, rollEntryId: recipients[position]?.rollEntryId ?? "" }));
}
