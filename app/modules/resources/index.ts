// Front door for the browser: types and pure functions.
export { families, writeHolding } from "./domain/holding.ts";
export type { Family, Holding } from "./domain/holding.ts";
