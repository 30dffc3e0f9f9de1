// The groups that elections may use (SPECIFICATION §2).

export type GroupName = "Ed25519" | "BELENIOS-2048";

/** All known groups, the default first. */
export const groupNames: readonly GroupName[] = ["Ed25519", "BELENIOS-2048"];

/** Whether a text names a known group. */
export function isGroupName(text: unknown): text is GroupName {
  return text === "Ed25519" || text === "BELENIOS-2048";
}
