// Front door for the browser: where sub-assignments are kept.
export * from "./links.ts";
export { mayBeSubAssigned } from "./domain/range.ts";
