// The fast back end that works in browsers as well: WebAssembly for Ed25519, plain TypeScript for BELENIOS-2048.
import type { VerificationBackend } from "../primitives/group.ts";
import { groupNamed, pureBackend } from "../primitives/groups.ts";
import { Ed25519WebAssembly } from "./webassembly/ed25519-webassembly.ts";

let loaded: VerificationBackend | undefined;

/** Loads the back end; where WebAssembly is missing or forbidden (a content security policy), the plain one. */
export function loadWebAssemblyBackend(): VerificationBackend {
  loaded ??= makeBackend();
  return loaded;
}

function makeBackend(): VerificationBackend {
  try {
    const curve = new Ed25519WebAssembly();
    return { name: "WebAssembly", arithmeticOf: (group) => (group === "Ed25519" ? curve : groupNamed(group)) };
  } catch {
    return pureBackend;
  }
}
