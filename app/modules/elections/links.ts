// The addresses of this module's pages.

export function linkToElection(electionId: string): string {
  return `/elections/${electionId}`;
}

export function linkToBallotBox(
  electionId: string,
  options: { readonly tracker?: string; readonly page?: number } = {},
): string {
  const search = new URLSearchParams();
  if (options.tracker !== undefined) search.set("tracker", options.tracker);
  if (options.page !== undefined && options.page > 1) search.set("page", String(options.page));
  const query = search.toString();
  return `/elections/${electionId}/box${query === "" ? "" : `?${query}`}`;
}

export function linkToResult(electionId: string): string {
  return `/elections/${electionId}/result`;
}

export function linkToArchive(electionId: string): string {
  return `/elections/${electionId}/archive`;
}

/** The booth. A voting code travels only behind the "#", which no browser sends to any server. */
export function linkToBooth(electionId: string, code?: string): string {
  return `/my/elections/${electionId}/vote${code === undefined ? "" : `#code=${encodeURIComponent(code)}`}`;
}

/** The booth behind the open door, for voters without an account; code and entry stand behind the "#". */
export function linkToOpenBooth(electionId: string): string {
  return `/vote/${electionId}`;
}

/** Where a voter without an account finds her entry on the roll with its proof, and files claims; her code stands behind the "#". */
export function linkToOpenRoll(electionId: string): string {
  return `${linkToOpenBooth(electionId)}/roll`;
}

/** Where the open booth sends ballots, and asks whose a voting code is. */
export function linkToOpenBallots(electionId: string): string {
  return `${linkToOpenBooth(electionId)}/ballots`;
}

export function linkToEntryOfCode(electionId: string): string {
  return `${linkToOpenBooth(electionId)}/entry`;
}

/** Where a commission member enters an approved vote by hand, and sends a lost code again. */
export function linkToVoterHelp(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/voter-help`;
}

export function linkToVoterHelpRequests(electionId: string): string {
  return `${linkToVoterHelp(electionId)}/requests`;
}

export function linkToAssistedBallots(electionId: string): string {
  return `${linkToVoterHelp(electionId)}/ballots`;
}

/** Staff read the list of voters that comes from outside the register. */
export function linkToVoterList(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/voters`;
}

export function linkToCommissionDesk(electionId: string): string {
  return `/commission/elections/${electionId}`;
}

export function linkToElectionDesk(electionId: string): string {
  return `/staff/elections/${electionId}`;
}

/** What is asked of the commission. */
export function linkToCommission(): string {
  return "/commission";
}

/** The page on which a commission member does one thing for an election. */
export function linkToDuty(electionId: string, page: "key" | "rehearsal" | "codes" | "seal" | "sum"): string {
  return `${linkToCommissionDesk(electionId)}/${page}`;
}

/** The ceremony as it stands, for the open page that watches it. */
export function linkToCeremony(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/ceremony`;
}

/** Where the browser of a commission member publishes what it made. */
export function linkToCommissionMessages(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/messages`;
}

/** Everybody who gets a voting code, for the browser that makes the codes. */
export function linkToCodeRecipients(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/recipients`;
}

export function linkToElectionDesks(): string {
  return "/staff/elections";
}

export function linkToNewElection(): string {
  return "/staff/elections/new";
}

export function linkToFreezing(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/freeze`;
}

export function linkToRollDesk(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/roll`;
}

/** Organisations that are not on the roll, with the reasons, as a spreadsheet. */
export function linkToLeftOut(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/left-out.csv`;
}

/** Where the booth sends ballots and asks how the election stands. */
export function linkToBallots(electionId: string): string {
  return `/my/elections/${electionId}/ballots`;
}

export function linkToRoll(electionId: string): string {
  return `/elections/${electionId}/roll`;
}

/** The newest lines of the ballot box as JSON, for the page that watches it. */
export function linkToBallotBoxLines(electionId: string, page: number): string {
  return `/elections/${electionId}/box/lines?page=${page}`;
}

/** The whole list of the box, for a browser that searches it itself. */
export function linkToBoxList(electionId: string): string {
  return `/elections/${electionId}/box/list`;
}

/** Dress rehearsals of the election. */
export function linkToDressRehearsal(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/dress-rehearsal`;
}

/** What a member can check herself. */
export function linkToChecking(electionId: string): string {
  return `/elections/${electionId}/check`;
}

/** Where the booth says that it is about to open a ballot. */
export function linkToSpoiling(electionId: string): string {
  return `/elections/${electionId}/spoiled`;
}

export function linkToElections(): string {
  return "/elections";
}

/** Claims and decisions, as the public reads them. */
export function linkToClaims(electionId: string): string {
  return `/elections/${electionId}/claims`;
}

/** A member's own claims, and where a new one is written. */
export function linkToOwnClaims(electionId: string): string {
  return `/my/elections/${electionId}/claims`;
}

export function linkToNewClaim(electionId: string, wish: { kind?: string; about?: string } = {}): string {
  const search = new URLSearchParams(wish);
  return `${linkToOwnClaims(electionId)}/new${search.size === 0 ? "" : `?${search.toString()}`}`;
}

/** The commission's claims of one election, or one of them. */
export function linkToClaimsDesk(electionId: string, number?: number): string {
  return `${linkToCommissionDesk(electionId)}/claims${number === undefined ? "" : `/${number}`}`;
}

/** What was changed on the roll after the freeze. */
export function linkToRollChanges(electionId: string): string {
  return `/elections/${electionId}/roll/changes`;
}

/** The whole public roll as a file. */
export function linkToRollFile(electionId: string, format: "csv" | "json"): string {
  return `/elections/${electionId}/roll.${format}`;
}

/** A member's own entry on the roll, with the proof. */
export function linkToOwnRollEntry(electionId: string, rollEntryId?: string): string {
  return `/my/elections/${electionId}/roll${rollEntryId === undefined ? "" : `?entry=${rollEntryId}`}`;
}

/** The proof of one entry as a file. */
export function linkToRollProof(electionId: string, rollEntryId: string): string {
  return `/my/elections/${electionId}/roll-proof?entry=${rollEntryId}`;
}

/** Where commissioners sign the final roll. */
export function linkToRollSigning(electionId: string): string {
  return `/commission/elections/${electionId}/roll`;
}

/** Where a change of the frozen roll is proposed; `contact` is the user ID of who votes, her present address included. */
export function linkToRollChange(electionId: string, handle?: string, claimId?: string, contact?: string): string {
  const search = new URLSearchParams();
  if (contact !== undefined) search.set("contact", contact);
  if (handle !== undefined) search.set("handle", handle);
  if (claimId !== undefined) search.set("claim", claimId);
  return `/commission/elections/${electionId}/roll/change${search.size === 0 ? "" : `?${search.toString()}`}`;
}

/** Who has voted, in numbers. */
export function linkToTurnout(electionId: string): string {
  return `/elections/${electionId}/turnout`;
}

/** The campaign that asks membership contacts to confirm themselves. */
export function linkToContactCampaign(electionId: string): string {
  return `/staff/elections/${electionId}/contacts`;
}

/** Where a membership contact confirms, or says that it is not her. */
export function linkToConfirmContact(): string {
  return "/my/confirm-contact";
}

/** Everything about the election in one file, as it stands. */
export function linkToBundle(electionId: string): string {
  return `/elections/${electionId}/bundle`;
}

/** The acta as PDF in one of the languages. */
export function linkToActa(electionId: string, language: string): string {
  return `/elections/${electionId}/acta/${language}`;
}

/** Where the commission checks, signs and proclaims. */
export function linkToCertificateDesk(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/certificate`;
}

export function linkToCalendar(electionId: string): string {
  return `/elections/${electionId}/calendar`;
}

/** For people's own calendars, in a language. */
export function linkToCalendarFeed(electionId: string, language: string): string {
  return `/elections/${electionId}/calendar.ics?lang=${language}`;
}

/** Where the calendar is made and changed. */
export function linkToCalendarDesk(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/calendar`;
}

/** What is open until when, and how to nominate. */
export function linkToCall(electionId: string): string {
  return `/elections/${electionId}/call`;
}

/** The published candidates of an election. */
export function linkToCandidates(electionId: string): string {
  return `/elections/${electionId}/candidates`;
}

/** One published candidate. */
export function linkToCandidate(candidacyId: string): string {
  return `/candidates/${candidacyId}`;
}

/** The commission's review of all candidacies of an election. */
export function linkToReview(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/candidacies`;
}

/** The public register of delegations, and what the election allows. */
export function linkToDelegations(electionId: string): string {
  return `/elections/${electionId}/mandates`;
}

/** Where the staff say what an election allows about mandates. */
export function linkToMandateRules(electionId: string): string {
  return `/staff/elections/${electionId}/mandates`;
}

/** What two of the commission change before the box is sealed. */
export function linkToBeforeSealing(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/changes`;
}

/** Two of the commission call the election off. */
export function linkToCancelling(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/cancel`;
}

/** What is disputed and what was decided about it, for everybody. */
export function linkToDisputes(electionId: string): string {
  return `/elections/${electionId}/disputes`;
}

/** Where the commission puts something in dispute and decides. */
export function linkToDisputesDesk(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/disputes`;
}

/** The whole box, where something was left out of the count by decision. */
export function linkToBoxArchive(electionId: string): string {
  return `${linkToArchive(electionId)}?series=box`;
}

/** The mails of an election's stages, or the words and the plan of one kind. */
export function linkToElectionMails(electionId: string, kind?: string): string {
  return `${linkToElectionDesk(electionId)}/mails${kind === undefined ? "" : `/${kind}`}`;
}

/** The mails that leave by themselves, as they will be read. */
export function linkToOwnMails(electionId: string): string {
  return `${linkToElectionDesk(electionId)}/own-mails`;
}

/** The proof of sending, as a spreadsheet. */
export function linkToMailProof(electionId: string, campaignId: string): string {
  return `${linkToElectionDesk(electionId)}/mail-proofs/${campaignId}`;
}

/** Voters whose address does not receive mail. */
export function linkToUnreachable(electionId: string): string {
  return `${linkToCommissionDesk(electionId)}/unreachable`;
}
