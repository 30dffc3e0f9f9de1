// Before a trustee opens anything: the archive is read in the trustee's own browser, the sum is made again from its ballots,
// and only if it is the very sum that the server wants opened does the trustee's key touch it.
// Why: a server that could choose what is opened could have one voter's ballot opened. Source: Belenios, attacks on decryption oracles.
import { computeEncryptedTally, readArchive } from "#app/lib/ballot-protocol/index.ts";
import type { Archive, ProtocolRefusal, VerificationBackend } from "#app/lib/ballot-protocol/index.ts";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

export type SumRefusal =
  ProtocolRefusal | Refusal<"ARCHIVE_WITHOUT_SUM" | "ARCHIVE_OF_ANOTHER_ELECTION" | "SUM_DIFFERS_FROM_BALLOTS">;

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
}

/** The sum is exactly that of the archive's ballots, and the archive is this election's. */
export function checkSum(
  archiveBytes: Uint8Array,
  claimed: SumToOpen,
  backend?: VerificationBackend,
): Result<CheckedSum, SumRefusal> {
  const archive = readArchive(archiveBytes);
  if (!archive.ok) return archive;
  const written = readSum(archive.value);
  if (written === undefined) return refuse("ARCHIVE_WITHOUT_SUM");
  if (written.electionPayload !== claimed.electionPayload || written.trusteesPayload !== claimed.trusteesPayload) {
    return refuse("ARCHIVE_OF_ANOTHER_ELECTION");
  }
  const { electionPayload, credentialsPayload, ballots } = written;
  const made = computeEncryptedTally({
    electionPayload,
    credentialsPayload,
    ballots,
    ...(backend === undefined ? {} : { backend }),
  });
  const isSame = made.encryptedTally === written.encryptedTally && made.encryptedTally === claimed.encryptedTally;
  if (!isSame || made.sized !== written.sized) return refuse("SUM_DIFFERS_FROM_BALLOTS");
  return ok({ ballots: ballots.length, counted: made.numTallied, votes: made.totalWeight });
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
  const ballots = archive.events.flatMap((event) =>
    event.type === "Ballot" ? [archive.findBody(event.payload ?? "") ?? ""] : [],
  );
  return { electionPayload, trusteesPayload, credentialsPayload, encryptedTally, sized, ballots };
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
