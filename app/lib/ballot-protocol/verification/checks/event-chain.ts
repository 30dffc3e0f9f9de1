// Check "event-chain": every event is canonical and names the event before it (SPECIFICATION §9.2).
import type { ArchiveContents } from "../archive-contents.ts";
import type { CheckLedger } from "../report.ts";

/** Follows the chain from its first event. */
export function checkEventChain(ledger: CheckLedger, contents: ArchiveContents): void {
  let parent: string | undefined;
  for (const [height, { record, event }] of contents.entries.entries()) {
    if (event === undefined) {
      ledger.fail(
        "event-chain",
        "EVENT_NOT_CANONICAL",
        "an event that is not written canonically",
        `record ${record.name}`,
      );
    } else if (event.parent !== parent || event.height !== height) {
      ledger.fail(
        "event-chain",
        "EVENT_CHAIN_BROKEN",
        `event ${height} does not follow the event before it`,
        `record ${record.name}`,
      );
    }
    parent = record.hash;
  }
  ledger.pass("event-chain", `${contents.entries.length} events, each naming the one before it`);
}
