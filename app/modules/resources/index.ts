// Front door for the browser: types and pure functions.
export { families, writeHolding } from "./domain/holding.ts";
export type { Family, Holding } from "./domain/holding.ts";
export { linkToRegister } from "./links.ts";
export { HoldingList } from "./ui/holding-list.tsx";
export { parseAsn, writeAsn } from "./domain/autonomous-system.ts";
export type { AutonomousSystem } from "./domain/autonomous-system.ts";
export { networkStatuses } from "./domain/network.ts";
export type { Network, NetworkFields, NetworkStatus } from "./domain/network.ts";
