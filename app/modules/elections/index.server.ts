// Front door (server): elections from the call to the result.
export { castBallot } from "./commands/cast-ballot.server.ts";
export { markCandidateWithdrawn } from "./commands/mark-withdrawn.server.ts";
export { nameCandidates } from "./commands/name-candidates.server.ts";
export type { NamedCandidate } from "./commands/name-candidates.server.ts";
export { closeElectionWhenDue } from "./commands/close-election.server.ts";
export { createElection } from "./commands/create-election.server.ts";
export { createElectionInput } from "./commands/create-election.input.ts";
export type { CreateElectionInput } from "./commands/create-election.input.ts";
export { freezeRoll } from "./commands/freeze-roll.server.ts";
export { publishCertificate } from "./commands/publish-certificate.server.ts";
export { publishCredentials } from "./commands/publish-credentials.server.ts";
export { publishPartialDecryption } from "./commands/publish-partial-decryption.server.ts";
export { publishPolynomial } from "./commands/publish-polynomial.server.ts";
export { publishVerificationKey } from "./commands/publish-verification-key.server.ts";
export { rehearseDecryption } from "./commands/rehearse-decryption.server.ts";
export { changeDates, publishCalendar, setCalendar } from "./commands/set-calendar.server.ts";
export type { SetCalendarInput, SetCalendarRefusal } from "./commands/set-calendar.server.ts";
export { sealBallotBox } from "./commands/seal-ballot-box.server.ts";
export { approveSealing, proposeSealing, sealAct } from "./commands/seal-by-two.server.ts";
export { recordBoxHeads } from "./jobs/record-box-heads.server.ts";
export { checkBoxes, checkRolls } from "./queries/integrity.server.ts";
export type { BoxCheck, RollCheck } from "./queries/integrity.server.ts";
export { fileDispute } from "./quarantine/commands/file-dispute.server.ts";
export type { FileDisputeInput } from "./quarantine/commands/file-dispute.server.ts";
export {
  excludeDisputedAct,
  keepDisputedAct,
  proposeDisputeDecision,
} from "./quarantine/commands/decide-dispute.server.ts";
export { showDisputedCredential } from "./quarantine/commands/show-credential.server.ts";
export { countUndecidedDisputes, listDisputes } from "./quarantine/queries/disputes.server.ts";
export type { DisputeView } from "./quarantine/queries/disputes.server.ts";
export { findDisputeBounds } from "./quarantine/queries/dispute-bound.server.ts";
export { closeDueElections } from "./jobs/close-due-elections.server.ts";
export { readWholeArchive, streamArchive } from "./queries/archive.server.ts";
export { findBallot, listBallots } from "./queries/ballot-box.server.ts";
export { findCeremony, listCodeRecipients, listCommissionElections } from "./queries/commission.server.ts";
export { findElection, listElections, listPublicElections } from "./queries/elections.server.ts";
export type { Electorate, ElectionSummary, ElectionView } from "./queries/elections.server.ts";
export { listContests } from "./queries/contests.server.ts";
export type { CandidateView, ContestView } from "./queries/contests.server.ts";
export { findResult } from "./queries/result.server.ts";
export type { ContestResult, ElectionResult } from "./queries/result.server.ts";
export type { Tally, TallyLine } from "./domain/tally-view.ts";
export { listRoll } from "./queries/roll.server.ts";
export { listWholeRoll } from "./queries/roll-export.server.ts";
export type { WholeRoll } from "./queries/roll-export.server.ts";
export { listMyElections, listOwnRollEntries } from "./queries/voter.server.ts";
export type { OwnElection, OwnRollEntry } from "./queries/voter.server.ts";
export * from "./links.ts";
export { changeRollAct } from "./commands/change-roll.server.ts";
export { proposeRollChange } from "./commands/propose-roll-change.server.ts";
export { signRoll } from "./commands/sign-roll.server.ts";
export { hidePrivatePart } from "./commands/hide-private-part.server.ts";
export { findRollSignatures, listRollChanges } from "./queries/roll-changes.server.ts";
export type { RollChangeView, RollSignatures } from "./queries/roll-changes.server.ts";
export { findRollProof, listProvableEntries } from "./queries/roll-proof.server.ts";
export { listOmissions, listOwnOmissions } from "./queries/roll-omissions.server.ts";
