// Checks roll-root, roll-changes and roll-weights: the published roll has the root that it says, changed only as it says, and holds
// exactly as many credentials of each weight as the box.
import { rollEntryHash, rollRoot } from "../../roll-proof/index.ts";
import type { ArchiveParts, ReadDocuments } from "../read-bundle.ts";
import { demand } from "../report.ts";

export function checkRollRoot(documents: ReadDocuments): string {
  const { entries, root, electionId } = documents["roll.json"];
  demand(electionId === documents["election.json"].id, "ROLL_OF_ANOTHER_ELECTION", "the roll is another election's");
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    const isInOrder = before === undefined || before.handle < entry.handle;
    demand(isInOrder, "ROLL_ORDER", `${entry.handle} stands twice or not in its place`);
    demand(Number.isSafeInteger(entry.votes) && entry.votes > 0, "ROLL_VOTES", `${entry.handle} has no votes`);
    demand(rollEntryHash(entry) === entry.leafHash, "ROLL_LEAF_DIFFERS", `${entry.handle} has another leaf`);
  }
  const own = rollRoot(entries);
  demand(own === root, "ROLL_ROOT_DIFFERS", `the entries have the root ${own}`);
  return `${entries.length} entries, root ${root}`;
}

export function checkRollChanges(documents: ReadDocuments): string {
  const { changes } = documents["roll-changes.json"];
  const { rollVersion, root } = documents["roll.json"];
  demand(
    changes.length === rollVersion - 1,
    "ROLL_VERSION_DIFFERS",
    `version ${rollVersion}, ${changes.length} changes`,
  );
  for (const [index, change] of changes.entries()) {
    const isNext = change.version === index + 2;
    demand(isNext, "ROLL_VERSION_DIFFERS", `change ${index + 1} makes version ${change.version}`);
    const before = changes[index - 1];
    const isChained = before === undefined || before.root === change.rootBefore;
    demand(isChained, "ROLL_CHANGES_BROKEN", `version ${change.version} does not follow from the one before`);
    const areTwo = change.proposedBy !== change.approvedBy;
    demand(areTwo, "ROLL_CHANGE_BY_ONE", `version ${change.version} was decided by one person`);
  }
  const last = changes.at(-1);
  demand(last === undefined || last.root === root, "ROLL_CHANGES_BROKEN", "the last change gives another root");
  return changes.length === 0 ? "the roll is as it was frozen" : `${changes.length} changes, each by two people`;
}

export function checkRollWeights(documents: ReadDocuments, archive: ArchiveParts): string {
  const onRoll = documents["roll.json"].entries.map(({ votes }) => votes).sort((left, right) => left - right);
  const inBox = archive.credentials.entries.map(({ weight }) => weight).sort((left, right) => left - right);
  demand(
    onRoll.length === inBox.length,
    "ROLL_WEIGHTS_DIFFER",
    `${onRoll.length} entries, ${inBox.length} credentials`,
  );
  const differs = onRoll.findIndex((votes, index) => votes !== inBox[index]);
  demand(
    differs === -1,
    "ROLL_WEIGHTS_DIFFER",
    `weights ${onRoll[differs] ?? ""} and ${inBox[differs] ?? ""} do not pair`,
  );
  return `${inBox.length} credentials weigh what the roll's entries do`;
}
