// A forger who rewrites one fact of a bundle, and every hash around it as well as can be: each mutant is rejected whole, and by the check
// that must find it. Source: requirements.md §8.1 nos. 17 and 18 (drop, add, swap, replay, re-weight, re-order).
import { beforeAll, expect, test } from "vitest";
import type { BundleCheckName, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { auditBundle, countContests, documentBytes, hashOf, writeZip } from "#app/lib/audit-bundle/index.ts";
import type { ArchiveRecord, VerificationReport } from "#app/lib/ballot-protocol/index.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { rollEntryHash, rollRoot } from "#app/lib/roll-proof/index.ts";
import { readBundle } from "#app/modules/certificates/index.server.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { anOfficialElection } from "./certified-election.ts";
import type { Documents, Rewriting } from "./rewritten-bundle.ts";
import { filesOf, rewrittenBundle } from "./rewritten-bundle.ts";

interface Mutant extends Rewriting {
  readonly what: string;
  readonly check: BundleCheckName;
}

function swap<Value>(values: Value[], first = 0, second = 1): void {
  [values[first], values[second]] = [values[second]!, values[first]!];
}

/** What a forger does who knows the tree: leaves and root are made to fit the entries. */
function refit(documents: Documents): void {
  const roll = documents["roll.json"];
  roll.entries = roll.entries.map((entry) => ({ ...entry, leafHash: rollEntryHash(entry) }));
  roll.root = rollRoot(roll.entries);
}

const entriesOf = (documents: Documents) => documents["roll.json"].entries;
const countOf = (documents: Documents) => documents["count.json"].contests[0]!;
const logOf = (documents: Documents) => documents["log.json"].entries;
const rollWordsOf = (documents: Documents) => documents["roll-signatures.json"].signatures;
const wordsOf = (documents: Documents) => documents["conformity.json"].statements;
const laterOf = (documents: Documents) => documents["later-log.json"]!.entries;
const laterEntry = (documents: Documents, action: string) =>
  laterOf(documents).find(({ content }) => content.action === action)!;
const candidatesOf = (documents: Documents) => documents["candidates.json"].candidates;
const isBallot = ({ name, body }: ArchiveRecord) => name.endsWith("event.json") && body.includes('"Ballot"');

const roll: Mutant[] = [
  { what: "drops an entry", check: "roll-root", forge: (all) => entriesOf(all).pop() },
  { what: "drops an entry and its hash", check: "roll-weights", forge: (all) => (entriesOf(all).pop(), refit(all)) },
  {
    what: "adds an entry and its hash",
    check: "roll-weights",
    forge: (all) => (entriesOf(all).push({ ...entriesOf(all)[0]!, handle: "ZZ" }), refit(all)),
  },
  { what: "replays an entry", check: "roll-root", forge: (all) => entriesOf(all).push({ ...entriesOf(all)[0]! }) },
  {
    what: "swaps the votes of two entries and fits the hashes",
    check: "log-entries",
    forge: (all) => {
      const [first, second] = entriesOf(all);
      [first!.votes, second!.votes] = [second!.votes, first!.votes];
      refit(all);
    },
  },
  {
    what: "re-weights an entry and fits the hashes",
    check: "roll-weights",
    forge: (all) => {
      entriesOf(all)[0]!.votes = 99;
      refit(all);
    },
  },
  { what: "re-orders the entries", check: "roll-root", forge: (all) => swap(entriesOf(all)) },
  {
    what: "renames an organisation and fits the hashes",
    check: "log-entries",
    forge: (all) => {
      entriesOf(all)[0]!.name = "Otra";
      refit(all);
    },
  },
  { what: "claims another version", check: "roll-changes", forge: (all) => (all["roll.json"].rollVersion = 2) },
];

const rollSignatures: Mutant[] = [
  { what: "drops a signature", check: "roll-signatures", forge: (all) => rollWordsOf(all).pop() },
  {
    what: "drops all signatures and needs none",
    check: "log-entries",
    forge: (all) => {
      all["roll-signatures.json"].signatures = [];
      all["roll-signatures.json"].needed = 0;
    },
  },
  {
    what: "takes a signature of another root",
    check: "roll-signatures",
    forge: (all) => {
      entriesOf(all)[2]!.name = "Otra";
      refit(all);
    },
  },
  {
    what: "takes a signature of another key",
    check: "roll-signatures",
    forge: (all) => (rollWordsOf(all)[0]!.signature = rollWordsOf(all)[1]!.signature),
  },
  {
    what: "takes a signature of the result for one of the roll",
    check: "roll-signatures",
    forge: (all) => (rollWordsOf(all)[0]!.signature = wordsOf(all)[0]!.signature),
  },
  { what: "replays one", check: "roll-signatures", forge: (all) => rollWordsOf(all).push({ ...rollWordsOf(all)[0]! }) },
  { what: "signs for a stranger", check: "roll-signatures", forge: (all) => (rollWordsOf(all)[0]!.name = "Otra") },
  {
    what: "dates a signature otherwise",
    check: "roll-signatures",
    forge: (all) => (rollWordsOf(all)[0]!.signedAt = all["election.json"].rollFrozenAt.replace(/\.\d+Z/, ".001Z")),
  },
];

const box: Mutant[] = [
  {
    what: "drops a ballot",
    check: "archive",
    forgeBox: (records) =>
      records.filter((record, index) => !isBallot(record) || index === records.findLastIndex(isBallot)),
  },
  {
    what: "replays a ballot",
    check: "archive",
    forgeBox: (records) => records.flatMap((record) => (isBallot(record) ? [record, record] : [record])),
  },
  { what: "re-orders the records", check: "archive", forgeBox: (records) => (swap(records, 4, 6), records) },
  {
    what: "re-weights a credential",
    check: "archive",
    forgeBox: (records) =>
      // Why the weight may be missing: of one vote nothing is written.
      records.map((record) => ({ ...record, body: record.body.replace(/^(\["[0-9a-f]{64})(,\d+)?/, "$1,99") })),
  },
  { what: "drops the result", check: "archive", forgeBox: (records) => records.slice(0, -1) },
];

const log: Mutant[] = [
  { what: "drops an entry", check: "log-entries", forge: (all) => logOf(all).pop() },
  { what: "replays an entry", check: "log-entries", forge: (all) => logOf(all).push({ ...logOf(all)[0]! }) },
  { what: "re-orders the entries", check: "log-entries", forge: (all) => swap(logOf(all)) },
  {
    what: "swaps what two entries say",
    check: "log-entries",
    forge: (all) => {
      const [first, second] = logOf(all);
      [first!.content.details, second!.content.details] = [second!.content.details, first!.content.details];
    },
  },
  {
    what: "signs the log with nobody's key",
    check: "log-checkpoint",
    forge: (all) => {
      all["log.json"].checkpoint = String(all["log.json"].checkpoint).replace(/^\d+$/m, "999");
    },
  },
  {
    what: "names a witness who did not sign",
    check: "log-checkpoint",
    forge: (all) => (all["log.json"].witnesses = [all["log.json"].key]),
  },
];

const later: Mutant[] = [
  { what: "drops the signed checkpoint", check: "log-checkpoint", forge: (all) => (all["log.json"].checkpoint = "") },
  { what: "drops the word of a commissioner", check: "log-later", forge: (all) => laterOf(all).shift() },
  { what: "replays an act", check: "log-later", forge: (all) => laterOf(all).push({ ...laterOf(all)[0]! }) },
  { what: "re-orders the acts", check: "log-later", forge: (all) => swap(laterOf(all)) },
  {
    what: "drops the proposal of the proclamation",
    check: "log-later",
    forge: (all) => laterOf(all).splice(laterOf(all).indexOf(laterEntry(all, "approvals:proposed")), 1),
  },
  {
    what: "drops the approval of the proclamation",
    check: "log-later",
    forge: (all) => laterOf(all).splice(laterOf(all).indexOf(laterEntry(all, "approvals:approved")), 1),
  },
  { what: "drops the proclamation", check: "log-later", forge: (all) => laterOf(all).pop() },
  {
    what: "has another approve",
    check: "log-later",
    forge: (all) => (all["proclamation.json"]!.approvedBy = "Elsa Comisión"),
  },
  {
    what: "has another propose",
    check: "log-later",
    forge: (all) => (all["proclamation.json"]!.proposedBy = "Elsa Comisión"),
  },
  {
    what: "proclaims a minute later",
    check: "log-later",
    forge: (all) => (all["proclamation.json"]!.proclaimedAt = "2026-03-26T12:01:00.000Z"),
  },
  {
    what: "proclaims on other words",
    check: "proclamation",
    forge: (all) => (all["proclamation.json"]!.conformity = "0".repeat(64)),
  },
  {
    what: "hides a dissent before it proclaims",
    check: "log-later",
    forge: (all) => {
      wordsOf(all).pop();
      all["proclamation.json"]!.conformity = hashOf(documentBytes(all["conformity.json"]));
    },
  },
  {
    what: "does not show that the log only grew",
    check: "log-later",
    forge: (all) => all["later-log.json"]!.consistency.pop(),
  },
  {
    what: "passes the earlier checkpoint off as the later",
    check: "log-later",
    forge: (all) => (all["later-log.json"]!.checkpoint = all["log.json"].checkpoint),
  },
];

const result: Mutant[] = [
  { what: "adds a vote", check: "count", forge: (all) => (countOf(all).votes[0]! += 1) },
  { what: "swaps two totals", check: "count", forge: (all) => swap(countOf(all).votes) },
  { what: "drops one of the elected", check: "count", forge: (all) => countOf(all).elected.pop() },
  { what: "swaps two of the elected", check: "count", forge: (all) => swap(countOf(all).elected) },
  { what: "drops a line of reasoning", check: "count", forge: (all) => countOf(all).lines.pop() },
  { what: "re-orders the reasoning", check: "count", forge: (all) => swap(countOf(all).lines) },
  {
    what: "lifts the cap on citizenships",
    check: "count",
    forge: (all) => (all["election.json"].contests[0]!.rules!.capPerCitizenship = null),
  },
  {
    what: "gives a candidate another citizenship",
    check: "count",
    forge: (all) => (candidatesOf(all)[1]!.citizenships = ["CL"]),
  },
  {
    what: "says that more voted",
    check: "turnout",
    forge: (all) => (all["count.json"].turnout.countedBallots = 9),
  },
  {
    what: "renames a candidate",
    check: "election",
    forge: (all) => (candidatesOf(all)[0]!.name = "Otra"),
  },
  {
    what: "adds a tie that nobody had",
    check: "decisions",
    forge: (all) =>
      all["decisions.json"].ties.push({
        contest: 0,
        method: "lot",
        order: [0, 1],
        decidedOn: "2026-03-25",
        account: "x",
        value: null,
        runoff: null,
        enteredBy: "a",
        approvedBy: "b",
      }),
  },
  {
    what: "counts other mails",
    check: "conformity",
    forge: (all) => (all["mail.json"].counts = []),
  },
  {
    what: "puts the close before its hour",
    check: "stages",
    forge: (all) => (all["election.json"].closedAt = "2026-03-01T00:00:00.000Z"),
  },
  {
    what: "needs fewer signatures",
    check: "election",
    forge: (all) => (all["election.json"].trusteeThreshold = 1),
  },
];

/** Counts again as the product would have, had it been so from the start. */
function recount(documents: Documents): void {
  const { contests } = documents["election.json"];
  const { candidates } = documents["candidates.json"];
  const { ties } = documents["decisions.json"];
  const totals = documents["count.json"].contests.map(({ blank, votes }) =>
    blank === null ? [...votes] : [blank, ...votes],
  );
  documents["count.json"].contests = countContests({ contests, candidates, ties, totals }) as CountOf[];
}

/** Whoever writes anew what decides the seats, and counts again: the count holds, and only the log remembers the seal. */
function afterTheSeal(what: string, change: (contest: ContestOf, candidates: CandidateOf[]) => unknown): Mutant {
  return {
    what,
    check: "log-entries",
    forge: (all) => {
      change(all["election.json"].contests[0]!, candidatesOf(all));
      recount(all);
    },
  };
}

type CountOf = Documents["count.json"]["contests"][number];
type ContestOf = Documents["election.json"]["contests"][number];
type CandidateOf = Documents["candidates.json"]["candidates"][number];
const stranger = { name: "Otra", citizenships: ["UY"], employerGroup: "" };

const seats: Mutant[] = [
  afterTheSeal("takes a seat away", (contest) => (contest.seats = 1)),
  afterTheSeal("lifts the cap", (contest) => (contest.rules!.capPerCitizenship = null)),
  afterTheSeal("gives somebody another citizenship", (_, people) => (people[1]!.citizenships = ["CL"])),
  afterTheSeal("gives somebody another employer", (_, people) => (people[1]!.employerGroup = "Red Sur")),
  afterTheSeal("changes the rule for ties", (contest) => (contest.rules!.tieRule = "runoff")),
  afterTheSeal("changes the terms by rank", (contest) => (contest.rules!.termYearsByRank = [1])),
  afterTheSeal("lets somebody stay in office", (contest) => contest.staying.push(stranger)),
  afterTheSeal("lets the terms begin later", (contest) => (contest.termsBeginOn = "2031-01-01")),
  afterTheSeal("passes somebody off as withdrawn", (_, people) => {
    people[0]!.withdrawnAt = "2026-03-12T10:00:00.000Z";
  }),
];

const words: Mutant[] = [
  { what: "drops a signature", check: "conformity", forge: (all) => wordsOf(all).shift() },
  {
    what: "swaps two signatures",
    check: "conformity",
    forge: (all) => {
      const [first, second] = wordsOf(all);
      [first!.signature, second!.signature] = [second!.signature, first!.signature];
    },
  },
  { what: "replays a signature", check: "conformity", forge: (all) => wordsOf(all).push({ ...wordsOf(all)[0]! }) },
  {
    what: "turns a dissent into a conformity",
    check: "conformity",
    forge: (all) => (wordsOf(all)[2]!.answer = "conform"),
  },
  {
    what: "rewrites the reasons of a dissent",
    check: "conformity",
    forge: (all) => (wordsOf(all)[2]!.reasons = "Ninguna."),
  },
  { what: "signs for a stranger", check: "conformity", forge: (all) => (wordsOf(all)[0]!.name = "Otra") },
  {
    what: "proclaims alone",
    check: "proclamation",
    forge: (all) => (all["proclamation.json"]!.approvedBy = all["proclamation.json"]!.proposedBy),
  },
  {
    what: "proclaims other evidence",
    check: "proclamation",
    forge: (all) => (all["proclamation.json"]!.evidence = "0".repeat(64)),
  },
  {
    what: "proclaims before the signatures",
    check: "stages",
    forge: (all) => (all["proclamation.json"]!.proclaimedAt = "2026-03-18T00:00:00.000Z"),
  },
];

describeOnEachDatabase(
  "mutants of a bundle",
  (given) => {
    let files: ZippedFile[] = [];
    const reports = new Map<string, VerificationReport>();
    const verify = (archive: Uint8Array) => {
      const key = `${archive.length} ${archive.reduce((sum, byte, at) => (sum * 31 + byte * (at % 7)) % 4294967296, 7)}`;
      const known = reports.get(key) ?? verifyArchive(archive);
      reports.set(key, known);
      return known;
    };

    beforeAll(async () => {
      const election = await anOfficialElection(given, {
        hasCall: true,
        weights: [7, 4, 1],
        candidates: ["Ana", "Bruno", "Carla"],
        citizenships: [["BR"], ["BR"], ["UY"]],
        votes: [[0, 1], [0, 2], []],
        dissent: "No pude revisar el padrón a tiempo.",
      });
      files = filesOf((await readBundle(given.context(), election.electionId))!);
    });

    const forged = (mutant: Mutant) => rewrittenBundle(files, mutant);

    test("the bundle as it is holds, and putting it together again gives the same bytes", async () => {
      const report = await auditBundle(writeZip(files), verify);
      const notPassed = report.checks.filter(({ outcome }) => outcome !== "passed");
      expect(notPassed.map(({ name, outcome }) => [name, outcome])).toEqual([
        ["log-key", "not-applicable"],
        ["log-witnesses", "not-applicable"],
        ["noted", "not-applicable"],
      ]);
      expect(forged({ what: "nothing", check: "manifest" })).toEqual(writeZip(files));
    });

    // Requirement: CM 17, CM 18, CM 48, CM 49, S3, V8
    test.each([
      ...roll.map((mutant) => ({ part: "roll", ...mutant })),
      ...rollSignatures.map((mutant) => ({ part: "roll signatures", ...mutant })),
      ...box.map((mutant) => ({ part: "box", ...mutant })),
      ...log.map((mutant) => ({ part: "log", ...mutant })),
      ...later.map((mutant) => ({ part: "later log", ...mutant })),
      ...result.map((mutant) => ({ part: "result", ...mutant })),
      ...seats.map((mutant) => ({ part: "seats", ...mutant })),
      ...words.map((mutant) => ({ part: "words", ...mutant })),
    ])("$part: whoever $what is found by $check", async (mutant) => {
      const bundle = forged(mutant);
      expect(bundle).not.toEqual(writeZip(files));
      const report = await auditBundle(bundle, verify);
      expect(report.verdict).toBe("invalid");
      expect(report.checks.filter(({ outcome }) => outcome === "failed").map(({ name }) => name)).toContain(
        mutant.check,
      );
    });

    test("a byte anywhere, a file more or less, or another order of the files is no bundle", async () => {
      const whole = writeZip(files);
      for (const at of [8, 31, Math.floor(whole.length / 2), whole.length - 30, whole.length - 1]) {
        const changed = whole.slice();
        changed[at]! ^= 1;
        expect((await auditBundle(changed, verify)).verdict).toBe("invalid");
      }
      expect((await auditBundle(Uint8Array.of(...whole, 0), verify)).verdict).toBe("invalid");
      const more = writeZip([...files, { path: "more.txt", bytes: new Uint8Array(1) }]);
      expect((await auditBundle(more, verify)).checks[1]).toMatchObject({ code: "FILE_NOT_LISTED" });
      for (const { path } of files) {
        const fewer = await auditBundle(writeZip(files.filter((file) => file.path !== path)), verify);
        expect(fewer.verdict, path).toBe("invalid");
      }
    });
  },
  { fresh: "once", on: "sqlite" },
);
