// Front door (server): reverse DNS.
export { delegateZones, withdrawZones } from "./commands/delegate-zones.server.ts";
export type { DelegateZonesRefusal } from "./commands/delegate-zones.server.ts";
export { checkDelegation } from "./queries/check-delegation.server.ts";
export type { CheckedDelegation, DelegationWish } from "./queries/check-delegation.server.ts";
export { isReverseDelegated, listDelegationsInside } from "./queries/delegations.server.ts";
export type { DelegatedServer, DelegatedZone } from "./queries/delegations.server.ts";
export { publishZones } from "./jobs/publish-zones.server.ts";
export type { PublishedZones } from "./jobs/publish-zones.server.ts";
export { watchDelegations } from "./jobs/watch-delegations.server.ts";
export type { WatchReport } from "./jobs/watch-delegations.server.ts";
export { findPageOfBlock } from "./queries/my-blocks.server.ts";
