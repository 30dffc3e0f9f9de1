// Front door for the browser: types and pure functions.
export { linkToLegacyDesk, linkToMyLegacy } from "./links.ts";
