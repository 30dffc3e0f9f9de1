// Asks the server for what a commission member does for a voter. A plain request: the page keeps the opened list whatever is answered.
import type { Refusal } from "#app/lib/result/index.ts";
import type { VotingCodeRecipient } from "../../domain/voting-codes.ts";
import type { AllowedVote } from "../../queries/voter-help.server.ts";
import { linkToCodeRecipients, linkToVoterHelpRequests } from "../../links.ts";

export type VoterHelpRequest =
  | { readonly act: "propose"; readonly handle: string; readonly reason: string }
  | {
      readonly act: "send-code";
      readonly rollEntryId: string;
      readonly sealedVotingCode: string;
      readonly requestId: string;
    };

export type VoterHelpAnswer = { readonly ok: true } | { readonly ok: false; readonly error: Refusal };

/** Undefined: the server did not answer, or asks first who sits here. */
export async function askVoterHelp(electionId: string, asked: VoterHelpRequest): Promise<VoterHelpAnswer | undefined> {
  try {
    const response = await fetch(linkToVoterHelpRequests(electionId), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
      redirect: "manual",
    });
    return response.ok ? ((await response.json()) as VoterHelpAnswer) : undefined;
  } catch {
    return undefined;
  }
}

/** The votes by hand that are allowed now; undefined where the server does not answer. */
export async function fetchAllowedVotes(electionId: string): Promise<AllowedVote[] | undefined> {
  try {
    const response = await fetch(linkToVoterHelpRequests(electionId), { redirect: "manual", cache: "no-store" });
    return response.ok ? ((await response.json()) as AllowedVote[]) : undefined;
  } catch {
    return undefined;
  }
}

/** The roll with its contacts, as whoever makes the codes gets it. */
export async function fetchRecipients(electionId: string): Promise<VotingCodeRecipient[] | undefined> {
  try {
    const response = await fetch(linkToCodeRecipients(electionId), { redirect: "manual", cache: "no-store" });
    return response.ok ? ((await response.json()) as VotingCodeRecipient[]) : undefined;
  } catch {
    return undefined;
  }
}
