// Every "when X happens, Y does Z" between modules that may not know each other, on one page.
import { tellOfNewAddress } from "#app/modules/organizations/index.server.ts";

/** When a person has another e-mail address: the organisations for which the person votes are told. */
export const whenEmailChanged = tellOfNewAddress;
