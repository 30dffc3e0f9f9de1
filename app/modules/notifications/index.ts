// Front door for the browser: sealing, which a commission member's browser does itself.
export { sealForMailRoom } from "./domain/seal.ts";
export type { SealedProperties } from "./domain/seal.ts";
export { linkToMailbox } from "./links.ts";
