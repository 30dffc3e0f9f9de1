// From the name of a group to its implementation.
import { belenios2048Group } from "./belenios2048.ts";
import { ed25519Group } from "./ed25519.ts";
import type { GroupName } from "./group-name.ts";
import type { Group, VerificationBackend } from "./group.ts";

/** The group of that name, in plain TypeScript. */
export function groupNamed(name: GroupName): Group<unknown> {
  return name === "Ed25519" ? ed25519Group : belenios2048Group;
}

/** The back end that works everywhere and needs nothing. */
export const pureBackend: VerificationBackend = { name: "plain TypeScript", arithmeticOf: groupNamed };
