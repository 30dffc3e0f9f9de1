// Front door for the browser: types and pure functions.
export { families, writeHolding } from "./domain/holding.ts";
export type { Family, Holding } from "./domain/holding.ts";
export { linkToRegister } from "./links.ts";
export { HoldingList } from "./ui/holding-list.tsx";
