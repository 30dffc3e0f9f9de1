// The fastest back end of this machine for each group. Each part that cannot be loaded is replaced by the plain one, and
// every report names what did the work.
import type { GroupName } from "../primitives/group-name.ts";
import type { PublicArithmetic, VerificationBackend } from "../primitives/group.ts";
import { groupNamed } from "../primitives/groups.ts";
import { Belenios2048OpenSsl } from "./belenios2048-openssl.node.ts";
import { loadWebAssemblyBackend } from "./webassembly-backend.ts";

let openSsl: PublicArithmetic<unknown> | undefined;

/** WebAssembly for Ed25519, OpenSSL for BELENIOS-2048, loaded when first asked for and then kept. */
export const fastestBackend: VerificationBackend = {
  name: "fastest in Node",
  arithmeticOf(group: GroupName): PublicArithmetic<unknown> {
    if (group === "Ed25519") return loadWebAssemblyBackend().arithmeticOf(group);
    openSsl ??= loadOpenSsl();
    return openSsl;
  },
};

function loadOpenSsl(): PublicArithmetic<unknown> {
  try {
    const arithmetic = new Belenios2048OpenSsl();
    const exponent = arithmetic.order - 1n;
    const { element } = arithmetic.generator;
    const isWorking = arithmetic.multiply(arithmetic.power(element, exponent), element) === arithmetic.identity;
    return isWorking ? arithmetic : groupNamed("BELENIOS-2048");
  } catch {
    return groupNamed("BELENIOS-2048");
  }
}
