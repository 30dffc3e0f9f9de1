// Check "event-order": the steps of an election come in the one order that makes sense (SPECIFICATION §9.2).
import type { EventType } from "../../archive/records.ts";
import type { ArchiveContents } from "../archive-contents.ts";
import type { CheckLedger } from "../report.ts";

const successors: Readonly<Record<EventType | "begin", readonly EventType[]>> = {
  begin: ["Setup"],
  Setup: ["Ballot", "EndBallots"],
  Ballot: ["Ballot", "EndBallots"],
  EndBallots: ["EncryptedTally"],
  EncryptedTally: ["Shuffle", "PartialDecryption", "Result"],
  Shuffle: ["Shuffle", "EndShuffles"],
  EndShuffles: ["PartialDecryption", "Result"],
  PartialDecryption: ["PartialDecryption", "Result"],
  Result: [],
};

/** Follows the types of events from the beginning. */
export function checkEventOrder(ledger: CheckLedger, contents: ArchiveContents): void {
  let before: EventType | "begin" = "begin";
  for (const { record, event } of contents.entries) {
    if (event === undefined) continue;
    if (!successors[before].includes(event.type)) {
      ledger.fail(
        "event-order",
        "EVENT_ORDER_INVALID",
        `${event.type} cannot follow ${before}`,
        `record ${record.name}`,
      );
    }
    before = event.type;
  }
  if (before === "begin") ledger.fail("event-order", "EVENT_ORDER_INVALID", "there is no Setup");
  ledger.pass("event-order", `the steps come in their order; the last is ${before}`);
}
