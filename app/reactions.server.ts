// Every "when X happens, Y does Z" between modules that may not know each other, on one page.
import { endReturnedCode } from "#app/modules/elections/index.server.ts";
import { tellOfNewAddress } from "#app/modules/organizations/index.server.ts";

/** When a person has another e-mail address: the organisations for which the person votes are told. */
export const whenEmailChanged = tellOfNewAddress;

/** When a mail comes back: the one with a voting code no longer opens anything. */
export const whenMailReturned = endReturnedCode;
