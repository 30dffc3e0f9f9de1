// Front door (server): people who sign in.
export { networkOf } from "./domain/client-network.ts";
export { createAccount, createAccountWithin } from "./commands/create-account.server.ts";
export type { CreateAccountRefusal, CreatedAccount, NewAccount } from "./commands/create-account.server.ts";
export { createAccountsInBulk } from "./commands/create-accounts-in-bulk.server.ts";
export type { BulkAccount } from "./commands/create-accounts-in-bulk.server.ts";
export { grantRole, grantRoleWithin, revokeRole } from "./commands/grant-role.server.ts";
export { issueOneOffPassword } from "./commands/issue-one-off-password.server.ts";
export {
  countPeople,
  findAccountByUserId,
  findAccounts,
  findAccountsByEmail,
  findOnlyAccountsByEmail,
  getAccount,
  listAccounts,
  listAccountsWithRole,
} from "./queries/accounts.server.ts";
export { listRoleGrants } from "./queries/role-grants.server.ts";
export type { RoleGrantView } from "./queries/role-grants.server.ts";
export type { Account } from "./queries/accounts.server.ts";
export { deactivateAccount, reactivateAccount } from "./commands/deactivate-account.server.ts";
export { inviteAccount } from "./commands/reset-password.server.ts";
export { findViewer, openDoor, openVisitorDoor } from "./routes/door.server.ts";
export type { DoorWish } from "./routes/door.server.ts";
export type { Person, PersonContext } from "./domain/person.ts";
export { eraseExpired } from "./commands/erase-expired.server.ts";
export { listContactCards } from "./queries/contact-cards.server.ts";
export type { ContactCard } from "./queries/contact-cards.server.ts";
