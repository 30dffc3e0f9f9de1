// Before a trustee opens anything: the whole archive is verified in the trustee's own browser, every ballot and the sum,
// and only if it is the very sum that the server wants opened does the trustee's key touch it.
// Why: a server that could choose what is opened could have one voter's ballot opened. Source: Belenios, attacks on decryption oracles.
import { readArchive, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import type { Archive, ProtocolRefusal, VerificationBackend } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";
import { spokenFingerprint } from "#app/lib/spoken-fingerprint/index.ts";

export type SumRefusal =
  | ProtocolRefusal
  | Refusal<"ARCHIVE_WITHOUT_SUM" | "ARCHIVE_OF_ANOTHER_ELECTION" | "ARCHIVE_INVALID" | "SUM_DIFFERS_FROM_BALLOTS">;

/** What the server says is to be opened. */
export interface SumToOpen {
  readonly electionPayload: string;
  readonly trusteesPayload: string;
  readonly encryptedTally: string;
}

export interface CheckedSum {
  /** Ballots in the box, replaced ones included. */
  readonly ballots: number;
  /** The last ballot of each credential. */
  readonly counted: number;
  readonly votes: number;
  /** Of the list of credentials with their weights: another list would be another election. To be read aloud. */
  readonly credentials: string;
  /** Of the closed box: everybody who has the archive has the same. To be read aloud. */
  readonly box: string;
}

/**
 * The archive verifies, it is this election's, and the sum is exactly that of its ballots.
 *
 * The fingerprints are for the trustees to compare with each other and with observers: a server that showed one trustee another
 * box (other weights, other credentials) would show another fingerprint.
 */
export function checkSum(
  archiveBytes: Uint8Array,
  claimed: SumToOpen,
  backend?: VerificationBackend,
  onProgress?: (done: number, of: number) => void,
): Result<CheckedSum, SumRefusal> {
  const archive = readArchive(archiveBytes);
  if (!archive.ok) return archive;
  const written = readSum(archive.value);
  if (written === undefined) return refuse("ARCHIVE_WITHOUT_SUM");
  if (written.electionPayload !== claimed.electionPayload || written.trusteesPayload !== claimed.trusteesPayload) {
    return refuse("ARCHIVE_OF_ANOTHER_ELECTION");
  }
  if (written.encryptedTally !== claimed.encryptedTally) return refuse("SUM_DIFFERS_FROM_BALLOTS");
  const report = verifyArchive(archiveBytes, {
    ...(backend === undefined ? {} : { backend }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const failed = report.checks.find((check) => check.outcome === "failed");
  if (failed !== undefined) return refuse("ARCHIVE_INVALID", { check: failed.name });
  return ok({
    ballots: report.counts.ballots,
    counted: report.counts.countedBallots,
    votes: Number(report.counts.totalWeight),
    credentials: spokenFingerprint(written.credentialsPayload),
    box: spokenFingerprint(written.closing),
  });
}

function readSum(archive: Archive) {
  const bodyOf = (type: string) => {
    const event = archive.events.find((each) => each.type === type);
    return event?.payload === undefined ? undefined : archive.findBody(event.payload);
  };
  const setup = hashesIn(bodyOf("Setup"));
  const sized = bodyOf("EncryptedTally");
  const electionPayload = archive.findBody(setup["election"] ?? "");
  const trusteesPayload = archive.findBody(setup["trustees"] ?? "");
  const credentialsPayload = archive.findBody(setup["credentials"] ?? "");
  const encryptedTally = archive.findBody(hashesIn(sized)["encrypted_tally"] ?? "");
  if (sized === undefined || electionPayload === undefined || trusteesPayload === undefined) return undefined;
  if (credentialsPayload === undefined || encryptedTally === undefined) return undefined;
  const closing = archive.events.find((event) => event.type === "EndBallots")?.hash ?? "";
  return { electionPayload, trusteesPayload, credentialsPayload, encryptedTally, closing };
}

/** The texts of a small JSON object; empty when it is none. */
function hashesIn(body: string | undefined): Record<string, string> {
  if (body === undefined) return {};
  const value: unknown = JSON.parse(body);
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
