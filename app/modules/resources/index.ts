// Front door for the browser: types and pure functions.
export { families, writeHolding } from "./domain/holding.ts";
export type { Family, Holding } from "./domain/holding.ts";
export * from "./links.ts";
export { HoldingList } from "./ui/holding-list.tsx";
export { parseAsn, writeAsn } from "./domain/autonomous-system.ts";
export type { AutonomousSystem } from "./domain/autonomous-system.ts";
export { seenOf } from "./domain/delegation.ts";
export { networkStatuses } from "./domain/network.ts";
export type { Network, NetworkFields, NetworkStatus } from "./domain/network.ts";
export { longestNetworkName, networkNamePattern } from "./domain/network-name.ts";
export { NetworkSections } from "./ui/network-sections.tsx";
export { ResourceDone } from "./ui/resource-done.tsx";
export { BlockMap } from "./ui/block-map.tsx";
export { cellsOfBlock, partsOfBlock } from "./domain/block-map.ts";
export { shareOf, utilisationOf } from "./domain/utilisation.ts";
