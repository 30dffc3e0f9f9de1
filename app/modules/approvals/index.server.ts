// Front door (server): acts that need a second person.
export { approveProposal, refuseProposal, withdrawProposal } from "./commands/decide-proposal.server.ts";
export type { DecideProposalRefusal } from "./commands/decide-proposal.server.ts";
export type { Forgetting } from "./commands/forget-people.server.ts";
export { forgetPeopleInProposals } from "./commands/forget-people.server.ts";
export { proposeAct, proposeActWithin } from "./commands/propose-act.server.ts";
export type { ProposalWish, ProposeActRefusal } from "./commands/propose-act.server.ts";
export { grantRoleAct, proposeRole } from "./commands/grant-role-by-two.server.ts";
export { requirePersonWithRole } from "./commands/require-person.server.ts";
export { expireProposals } from "./jobs/expire-proposals.server.ts";
export {
  countProposalsWaitingFor,
  findProposal,
  listProposals,
  listWaitingProposals,
  mayOpenProposal,
  mayReadProposal,
  readersOfProposals,
} from "./queries/proposals.server.ts";
export type { ProposalSelection, ProposalView } from "./queries/proposals.server.ts";
export type { ApprovableAct, ApprovedAct, ProposedAct, ProposedChange } from "./domain/approvable-act.ts";
export type { ProposalState } from "./domain/proposal-state.ts";
