// Makes the voting codes in a commission member's browser: a code for every organisation, the public list that says nothing
// about who has which, a tag for the roll, and a mail that only the mail room can open. Runs in a worker and in the simulation.
import { generateCredentialCode, publicCredentialOf, serializeCredentials } from "#app/lib/ballot-protocol/index.ts";
import type { GroupName, RandomBytes, WeightedCredential } from "#app/lib/ballot-protocol/index.ts";
import { sealForMailRoom } from "#app/modules/notifications/index.ts";
import type { IssuedEntry } from "./check-credentials.ts";
import { accessKeyHashOf, accessKeyOf } from "./access-key.ts";
import { bindingKeyOf, eligibilityTagOf } from "./eligibility-tag.ts";

export interface VotingCodeRecipient {
  readonly rollEntryId: string;
  readonly organizationHandle: string;
  readonly organizationName: string;
  readonly votes: number;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactLanguage: string;
  readonly channel: string;
}

export interface VotingCodesInput {
  readonly electionId: string;
  readonly group: GroupName;
  readonly recipients: readonly VotingCodeRecipient[];
  /** The mail room's public key. */
  readonly mailRoomRecipient: string;
  readonly random: RandomBytes;
  readonly onProgress?: (done: number, of: number) => void;
}

/** One line of the list that the commission member may keep, encrypted, to send a lost code again. */
export interface VotingCodeLine {
  readonly organizationHandle: string;
  readonly contactEmail: string;
  readonly code: string;
}

export interface VotingCodes {
  readonly credentialsPayload: string;
  readonly issued: readonly IssuedEntry[];
  readonly codes: readonly VotingCodeLine[];
}

/** One code per organisation. */
export async function makeVotingCodes(input: VotingCodesInput): Promise<VotingCodes> {
  const { electionId } = input;
  const credentials: WeightedCredential[] = [];
  const issued: IssuedEntry[] = [];
  const codes: VotingCodeLine[] = [];
  for (const [position, recipient] of input.recipients.entries()) {
    const code = generateCredentialCode(input.group, input.random);
    const publicCredential = publicCredentialOf({ group: input.group, uuid: input.electionId, code });
    credentials.push({ publicCredential, weight: recipient.votes });
    const bindingKey = bindingKeyOf({ electionId: input.electionId, code });
    issued.push({
      rollEntryId: recipient.rollEntryId,
      eligibilityTag: eligibilityTagOf({ bindingKey, rollEntryId: recipient.rollEntryId, publicCredential }),
      sealedVotingCode: await sealVotingCode(input.mailRoomRecipient, recipient, code),
      ...(recipient.channel === "link"
        ? { accessKeyHash: accessKeyHashOf({ electionId, accessKey: accessKeyOf({ electionId, code }) }) }
        : {}),
    });
    codes.push({ organizationHandle: recipient.organizationHandle, contactEmail: recipient.contactEmail, code });
    input.onProgress?.(position + 1, input.recipients.length);
  }
  return { credentialsPayload: serializeCredentials(credentials), issued, codes };
}

/** The mail with a voting code, sealed to the mail room: nobody between this browser and the recipient's mailbox reads it. */
export function sealVotingCode(
  mailRoomRecipient: string,
  { contactEmail }: Pick<VotingCodeRecipient, "contactEmail">,
  code: string,
): Promise<string> {
  // Security: the code and where it goes, nothing else; the mail room takes the words and the link from the roll.
  return sealForMailRoom(mailRoomRecipient, { toAddress: contactEmail, code });
}
