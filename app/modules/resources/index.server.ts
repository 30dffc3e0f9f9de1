// Front door (server): the register of Internet number resources.
export { languageOfCountry } from "./domain/invention/invent-holder.ts";
export { holdingsOf, listHoldersSince, spaceHeldOn } from "./queries/holdings.server.ts";
export type { SpaceHeldOn } from "./queries/holdings.server.ts";
export { handOverContacts } from "./commands/hand-over-contacts.server.ts";
export type { HandedOver } from "./commands/hand-over-contacts.server.ts";
export { importRegister } from "./commands/import-register.server.ts";
export type { ImportRegisterInput, ImportRegisterRefusal } from "./commands/import-register.server.ts";
export type { ImportProgress } from "./domain/import-progress.ts";
export type { RegisterReport } from "./domain/register-report.ts";
export { listRegisterImports } from "./queries/register-imports.server.ts";
export { registerTotals } from "./queries/register-totals.server.ts";
export { changeNetwork, placeNetwork, withdrawNetwork } from "./commands/place-network.server.ts";
export type { NewNetwork, PlaceNetworkRefusal } from "./commands/place-network.server.ts";
export {
  findNetwork,
  findNetworkAround,
  findNetworkOfAddress,
  listNetworksDirectlyIn,
  listNetworksInside,
} from "./queries/networks.server.ts";
export { listManagedNetworks } from "./queries/managed-networks.server.ts";
export { listOpenlyNamed, standingOfHolders } from "./queries/openly-held.server.ts";
export { poolsOf } from "./queries/pools.server.ts";
export type { Pools } from "./queries/pools.server.ts";
export { statisticsFileOf } from "./queries/statistics-file.server.ts";
export type { StatisticsFile } from "./queries/statistics-file.server.ts";
export { findAutonomousSystem, readWholeRegister } from "./queries/whole-register.server.ts";
export type { WholeRegister } from "./queries/whole-register.server.ts";
export { changeAutonomousSystem } from "./commands/change-autonomous-system.server.ts";
export type { ChangeSystemRefusal } from "./commands/change-autonomous-system.server.ts";
export { changeDelegation, previewDelegation } from "./commands/change-delegation.server.ts";
export type { ChangeDelegationInput, ChangeDelegationRefusal } from "./commands/change-delegation.server.ts";
export { findDelegation } from "./queries/delegation.server.ts";
export { drawMissingNetworks } from "./jobs/draw-missing-networks.server.ts";
export { editNetwork } from "./commands/edit-network.server.ts";
export { setResourceContact } from "./commands/set-resource-contact.server.ts";
export type { ResourceReference } from "./commands/set-resource-contact.server.ts";
export { permissions as resourcePermissions } from "./module.ts";
export { tellOfNamedContacts } from "./commands/tell-resource-contacts.server.ts";
export { findResourceLines, whoManagesInstead } from "./queries/my-resources.server.ts";
export { networkOverview, systemOverview } from "./queries/network-overview.server.ts";
export {
  mayManageNetwork,
  maySeeNetwork,
  maySeeSystem,
  requireNetworkManager,
  requireSystemManager,
} from "./queries/standing.server.ts";
