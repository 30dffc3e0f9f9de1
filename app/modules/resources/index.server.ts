// Front door (server): the register of Internet number resources.
export { holdingsOf, spaceHeldOn } from "./queries/holdings.server.ts";
export type { SpaceHeldOn } from "./queries/holdings.server.ts";
