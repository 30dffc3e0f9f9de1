// How the commission blacks out passages of a member's text: every reader sees that something is missing, nobody what.

/** What stands where a passage was taken out. */
export const blackBar = "█████";

/** The text with the passages blacked out; undefined when one of them does not occur in it. */
export function redact(text: string, passages: readonly string[]): string | undefined {
  let redacted = text;
  for (const passage of passages.map((each) => each.trim()).filter((each) => each !== "")) {
    if (!text.includes(passage)) return undefined;
    redacted = redacted.replaceAll(passage, blackBar);
  }
  return redacted;
}
