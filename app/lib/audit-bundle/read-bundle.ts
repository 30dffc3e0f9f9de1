// Reads a bundle's files into what the checks look at. Nothing is believed here: the checks judge.
import { listArchivedBallots, parseCredentials, parseElection, readArchive } from "../ballot-protocol/index.ts";
import type { CredentialList, ElectionDefinition } from "../ballot-protocol/index.ts";
import { canonicalJson } from "../canonical-json/index.ts";
import type { Json } from "../canonical-json/index.ts";
import type { BundleDocuments, DocumentPath } from "./documents.ts";
import { archivePath, boxPath, evidencePaths } from "./documents.ts";
import { CheckFault, demand } from "./report.ts";
import type { ZippedFile } from "./zip.ts";

export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** The documents of a bundle; proclamation only in an official one, the later log only once it is anchored. */
export type ReadDocuments = Omit<BundleDocuments, LaterPath> & {
  readonly [Path in LaterPath]: BundleDocuments[Path] | undefined;
};

type LaterPath = "proclamation.json" | "later-log.json";

/** The archive's parts that the checks compare with the documents. */
export interface ArchiveParts {
  readonly timestamp: string;
  readonly electionPayload: string;
  readonly trusteesPayload: string;
  readonly credentialsPayload: string;
  readonly election: ElectionDefinition;
  readonly credentials: CredentialList;
  /** The hash of the first event and of the last. */
  readonly firstEvent: string;
  readonly lastEvent: string;
  /** The hash of the event that closed the box: of the whole box, where something was left out of the count. */
  readonly endOfBox: string;
  /** Every ballot of the whole box, in its order. */
  readonly ballots: readonly { readonly tracker: string; readonly credential: string }[];
  /** The trackers of the ballots that are in the box and not in the count. */
  readonly leftOut: readonly string[];
}

export function filesByPath(files: readonly ZippedFile[]): BundleFiles {
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

/** One document: canonical JSON of the format that its name promises. */
export function readDocument<Path extends DocumentPath>(files: BundleFiles, path: Path): BundleDocuments[Path] {
  const bytes = files.get(path);
  demand(bytes !== undefined, "FILE_MISSING", `${path} is missing`);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const value = parse(text, path);
  demand(`${canonicalJson(value)}\n` === text, "DOCUMENT_NOT_CANONICAL", `${path} is not canonical JSON`);
  const format = (value as { readonly format?: unknown } | null)?.format;
  const expected = path === "manifest.json" ? "plenaria-bundle/1" : `plenaria-${path.replace(".json", "")}/1`;
  demand(format === expected, "DOCUMENT_FORMAT_UNKNOWN", `${path} is of format ${String(format)}, not ${expected}`);
  return value as unknown as BundleDocuments[Path];
}

function parse(text: string, path: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CheckFault("DOCUMENT_MALFORMED", `${path} is not JSON`);
  }
}

/** All documents. Throws a CheckFault at the first that is not what it must be. */
export function readDocuments(files: BundleFiles): ReadDocuments {
  const readLater = <Path extends LaterPath>(path: Path) => (files.has(path) ? readDocument(files, path) : undefined);
  const read = [...evidencePaths, "manifest.json" as const, "conformity.json" as const].map(
    (path) => [path, readDocument(files, path)] as const,
  );
  const later = { "proclamation.json": readLater("proclamation.json"), "later-log.json": readLater("later-log.json") };
  return { ...Object.fromEntries(read), ...later } as ReadDocuments;
}

/** What stands in the archive's Setup. Throws a CheckFault where the archive cannot be read. */
export function readArchiveParts(files: BundleFiles): ArchiveParts {
  const archive = readArchive(files.get(archivePath) ?? new Uint8Array());
  if (!archive.ok) throw new CheckFault("ARCHIVE_UNREADABLE", archive.error.code);
  const { events, findBody, timestamp } = archive.value;
  const [first] = events;
  const setup = JSON.parse(findBody(first?.payload ?? "") ?? "{}") as Record<string, string>;
  const payloadOf = (name: string) => findBody(setup[name] ?? "") ?? "";
  const election = parseElection(payloadOf("election"));
  if (!election.ok) throw new CheckFault("ARCHIVE_UNREADABLE", election.error.code);
  const credentials = parseCredentials(election.value.group, payloadOf("credentials"));
  if (!credentials.ok) throw new CheckFault("ARCHIVE_UNREADABLE", credentials.error.code);
  return {
    timestamp,
    electionPayload: payloadOf("election"),
    trusteesPayload: payloadOf("trustees"),
    credentialsPayload: payloadOf("credentials"),
    election: election.value,
    credentials: credentials.value,
    firstEvent: first?.hash ?? "",
    lastEvent: events.at(-1)?.hash ?? "",
    endOfBox: endOfBallots(files.get(boxPath) ?? files.get(archivePath)),
    ...ballotsOf(files),
  };
}

function ballotsOf(files: BundleFiles): Pick<ArchiveParts, "ballots" | "leftOut"> {
  const counted = listArchivedBallots(files.get(archivePath) ?? new Uint8Array()) ?? [];
  const box = files.get(boxPath);
  if (box === undefined) return { ballots: counted, leftOut: [] };
  const ballots = listArchivedBallots(box) ?? [];
  const counting = new Set(counted.map(({ tracker }) => tracker));
  return { ballots, leftOut: ballots.map(({ tracker }) => tracker).filter((tracker) => !counting.has(tracker)) };
}

/** "" where there is no end, which no log entry says. */
function endOfBallots(bytes: Uint8Array = new Uint8Array()): string {
  const archive = readArchive(bytes);
  return archive.ok ? (archive.value.events.find(({ type }) => type === "EndBallots")?.hash ?? "") : "";
}
