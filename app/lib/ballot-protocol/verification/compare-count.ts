// Whether a count archive is the box without exactly what was left out by decision: same setup, same ballots in the same order,
// none added, none missing but those named. Differs from Belenios: it knows one archive; both of ours are valid for it by themselves.
import type { Result } from "../../result/index.ts";
import { ok, refuse } from "../../result/index.ts";
import { readArchive } from "../archive/reader.ts";
import { trackerOf } from "../v1/ballot.ts";
import { gatherContents } from "./archive-contents.ts";

export interface CountDifference {
  readonly code: "ARCHIVE_UNREADABLE" | "COUNT_SETUP_DIFFERS" | "COUNT_BALLOTS_DIFFER" | "LEFT_OUT_NOT_IN_BOX";
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** Every ballot of an archive in its order: its tracker, and the credential with which it was signed; undefined where it cannot be read. */
export function listArchivedBallots(archive: Uint8Array): { tracker: string; credential: string }[] | undefined {
  const read = readArchive(archive);
  if (!read.ok) return undefined;
  return gatherContents(read.value).ballots.map((ballot = "") => {
    const { credential } = JSON.parse(ballot) as { readonly credential?: unknown };
    return { tracker: trackerOf(ballot), credential: String(credential) };
  });
}

/** `leftOut` are the trackers that decisions name. Answers how many ballots count. */
export function compareCountWithBox(input: {
  readonly box: Uint8Array;
  readonly count: Uint8Array;
  readonly leftOut: readonly string[];
}): Result<{ box: number; counted: number }, CountDifference> {
  const box = readArchive(input.box);
  const count = readArchive(input.count);
  if (!box.ok || !count.ok) return refuse("ARCHIVE_UNREADABLE");
  const [whole, part] = [gatherContents(box.value), gatherContents(count.value)];
  const setups = (["election", "trustees", "credentials"] as const).filter((name) => whole[name] !== part[name]);
  if (setups.length > 0) return refuse("COUNT_SETUP_DIFFERS", { part: setups.join(", ") });
  const ballots = whole.ballots.map((ballot) => ballot ?? "");
  const trackers = ballots.map(trackerOf);
  const stranger = input.leftOut.find((tracker) => !trackers.includes(tracker));
  if (stranger !== undefined) return refuse("LEFT_OUT_NOT_IN_BOX", { tracker: stranger });
  const expected = ballots.filter((_, index) => !input.leftOut.includes(trackers[index] ?? ""));
  const counted = part.ballots.map((ballot) => ballot ?? "");
  const firstDifference = Array.from({ length: Math.max(expected.length, counted.length) }).findIndex(
    (_, index) => expected[index] !== counted[index],
  );
  if (firstDifference !== -1) return refuse("COUNT_BALLOTS_DIFFER", { position: firstDifference + 1 });
  return ok({ box: ballots.length, counted: counted.length });
}
