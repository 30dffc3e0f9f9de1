// Every program of the house begins here: an old Node would fail later, with a riddle.

/** Ends the program with a sentence where Node is older than 20.19. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Plenaria needs Node 20.19 or later; this is ${process.versions.node}. Install a newer Node and start again.`,
  );
  process.exit(2);
}
