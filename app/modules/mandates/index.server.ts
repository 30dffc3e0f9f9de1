// Front door (server): who votes for an organisation, and delegation where an election allows it.
export { acceptDelegation, declineDelegation, revokeDelegation } from "./commands/end-delegation.server.ts";
export { grantDelegation } from "./commands/grant-delegation.server.ts";
export { setMandateRules } from "./commands/set-mandate-rules.server.ts";
export {
  findDelegationRules,
  listDelegationsBy,
  listDelegationsOf,
  listDelegationsTo,
  listRegister,
} from "./queries/delegations.server.ts";
export type { DelegationView, RegisteredDelegation } from "./queries/delegations.server.ts";
