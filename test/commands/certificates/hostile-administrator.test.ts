// Six things that an administrator without keys may do to each of roll, box, log and result, with every hash, root and sum computed again
// so that it fits: each is rejected, and the check that had to find it is named. Source: requirements.md §8.1 nos. 17 and 18.
import { beforeAll, expect, test } from "vitest";
import type { BundleCheckName, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { auditBundle, readZip, writeZip } from "#app/lib/audit-bundle/index.ts";
import {
  createBallot,
  generateCredentialCode,
  publicCredentialOf,
  verifyArchive,
} from "#app/lib/ballot-protocol/index.ts";
import { readBundle } from "#app/modules/certificates/index.server.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { seededRandomness } from "../../setup/randomness.ts";
import { anOfficialElection } from "./certified-election.ts";
import type { Documents, Material } from "./hostile-administrator.ts";
import { materialOf, putTogether } from "./hostile-administrator.ts";

type Part = "roll" | "box" | "log" | "result";
type Manner = "drops" | "adds" | "swaps" | "replays" | "re-weights" | "re-orders";

interface Forgery {
  readonly what: string;
  /** Not `conformity`: that the commissioners signed other evidence finds each of them too, and must not be all that does. */
  readonly found: Exclude<BundleCheckName, "conformity">;
  readonly forge: (material: Material) => void;
}

const entriesOf = ({ documents }: Material) => documents["roll.json"].entries;
const logOf = ({ documents }: Material) => documents["log.json"].entries;
const countOf = ({ documents }: Material) => documents["count.json"].contests[0]!;

function exchange<Value>(values: Value[], first: number, second: number): void {
  [values[first], values[second]] = [values[second]!, values[first]!];
}

/** The entry of the fourth organisation, which never voted, so that its credential stands in no ballot. */
const silent = (material: Material) => entriesOf(material).find(({ votes }) => votes === 2)!;
const silentCredential = ({ credentials }: Material) => credentials.find(({ weight }) => weight === 2)!;

function withResult(material: Material, change: (votes: number[]) => void): void {
  const { result } = JSON.parse(material.results[0]!) as { result: number[][] };
  change(result[0]!);
  material.results = [JSON.stringify({ result })];
  // The archive has the blank votes first, the count has them beside.
  const [blank, ...votes] = result[0]!;
  countOf(material).votes = votes;
  countOf(material).blank = blank!;
}

const forgeries: Record<Part, Record<Manner, Forgery>> = {
  roll: {
    drops: {
      what: "an organisation that did not vote, with its credential",
      found: "log-entries",
      forge(material) {
        const { documents } = material;
        documents["roll.json"].entries = entriesOf(material).filter((entry) => entry !== silent(material));
        material.credentials = material.credentials.filter((one) => one !== silentCredential(material));
      },
    },
    adds: {
      what: "an organisation with a credential of its own",
      found: "log-entries",
      forge(material) {
        entriesOf(material).push({ ...silent(material), handle: "ZZ-NEW-PLEN", name: "Nueva" });
        material.credentials.push({ publicCredential: ownCredential(material).publicCredential, weight: 2 });
        material.credentials.sort((left, right) => (left.publicCredential < right.publicCredential ? -1 : 1));
      },
    },
    swaps: {
      what: "the votes of two organisations",
      found: "log-entries",
      forge(material) {
        const [first, second] = entriesOf(material);
        [first!.votes, second!.votes] = [second!.votes, first!.votes];
      },
    },
    replays: {
      what: "an entry, with a credential for it",
      found: "roll-root",
      forge(material) {
        entriesOf(material).push({ ...silent(material) });
        material.credentials.push({ publicCredential: ownCredential(material).publicCredential, weight: 2 });
        material.credentials.sort((left, right) => (left.publicCredential < right.publicCredential ? -1 : 1));
      },
    },
    "re-weights": {
      what: "an organisation that did not vote, and its credential",
      found: "log-entries",
      forge(material) {
        silent(material).votes = 99;
        material.credentials = material.credentials.map((one) =>
          one === silentCredential(material) ? { ...one, weight: 99 } : one,
        );
      },
    },
    "re-orders": {
      what: "the entries",
      found: "roll-root",
      forge: (material) => entriesOf(material).reverse(),
    },
  },
  box: {
    drops: { what: "a ballot that was replaced", found: "log-entries", forge: ({ ballots }) => ballots.shift() },
    adds: {
      what: "a ballot with a credential of its own",
      found: "archive",
      forge(material) {
        const { code, publicCredential } = ownCredential(material);
        entriesOf(material).push({ ...silent(material), handle: "ZZ-NEW-PLEN", name: "Nueva" });
        material.credentials.push({ publicCredential, weight: 2 });
        material.credentials.sort((left, right) => (left.publicCredential < right.publicCredential ? -1 : 1));
        const random = seededRandomness("administrator");
        material.ballots.push(
          createBallot({ electionPayload: material.election, code, choices: [[0, 0, 0, 1]], random }),
        );
        material.documents["count.json"].turnout.countedBallots += 1;
        material.documents["count.json"].turnout.countedVotes += 2;
        withResult(material, (votes) => (votes[3]! += 2));
      },
    },
    swaps: {
      what: "the voters of two ballots",
      found: "archive",
      forge({ ballots }) {
        const [first, second] = [1, 2].map((at) => JSON.parse(ballots[at]!) as { credential: string });
        [first!.credential, second!.credential] = [second!.credential, first!.credential];
        ballots.splice(1, 2, JSON.stringify(first), JSON.stringify(second));
      },
    },
    replays: {
      what: "the replaced ballot, so that it is the last again",
      found: "archive",
      forge: ({ ballots }) => ballots.push(ballots[0]!),
    },
    "re-weights": {
      what: "a credential that voted, and its entry on the roll",
      found: "archive",
      forge(material) {
        entriesOf(material).find(({ votes }) => votes === 4)!.votes = 9;
        material.credentials = material.credentials.map((one) => (one.weight === 4 ? { ...one, weight: 9 } : one));
        material.documents["count.json"].turnout.countedVotes += 5;
      },
    },
    "re-orders": {
      what: "the ballots of two voters",
      found: "log-entries",
      forge: ({ ballots }) => exchange(ballots, 2, 3),
    },
  },
  log: {
    drops: {
      what: "the entry of the sealing",
      found: "log-entries",
      forge: (material) => dropEntry(material.documents, "elections:box-sealed"),
    },
    adds: {
      what: "an entry that nobody made, after the others",
      found: "log-entries",
      forge(material) {
        const last = logOf(material).at(-1)!;
        const content = { ...last.content, sequence: last.content.sequence + 1, action: "elections:box-closed-late" };
        logOf(material).push({ ...last, content });
      },
    },
    swaps: {
      what: "who did two acts",
      found: "log-entries",
      forge(material) {
        const [first, second] = logOf(material);
        [first!.content.actorName, second!.content.actorName] = ["Otra", first!.content.actorName];
      },
    },
    replays: {
      what: "the freezing of the roll",
      found: "log-entries",
      forge: (material) => logOf(material).splice(1, 0, { ...logOf(material)[0]! }),
    },
    "re-weights": {
      what: "the numbers that an entry tells",
      found: "log-entries",
      forge(material) {
        const entry = logOf(material).find(({ content }) => content.action === "elections:closed")!;
        entry.content.details = { ...(entry.content.details as object), ballots: 99 };
      },
    },
    "re-orders": {
      what: "two entries, and numbers them anew",
      found: "log-entries",
      forge(material) {
        const [first, second] = logOf(material);
        const { sequence } = first!.content;
        first!.content.sequence = second!.content.sequence;
        second!.content.sequence = sequence;
        exchange(logOf(material), 0, 1);
      },
    },
  },
  result: {
    drops: { what: "the announcement of the result", found: "archive", forge: (material) => (material.results = []) },
    adds: {
      what: "a vote for somebody, in archive and count",
      found: "archive",
      forge: (material) => withResult(material, (votes) => (votes[3]! += 1)),
    },
    swaps: {
      what: "the votes of two candidates, in archive and count",
      found: "archive",
      forge: (material) => withResult(material, (votes) => exchange(votes, 1, 2)),
    },
    replays: {
      what: "the announcement of the result",
      found: "archive",
      forge: ({ results }) => results.push(results[0]!),
    },
    "re-weights": {
      what: "every vote twice, in archive and count",
      found: "archive",
      forge: (material) => withResult(material, (votes) => votes.forEach((_, at) => (votes[at]! *= 2))),
    },
    "re-orders": { what: "the elected", found: "count", forge: (material) => countOf(material).elected.reverse() },
  },
};

/** A code that the administrator made for himself. */
function ownCredential({ documents }: Material) {
  const code = generateCredentialCode("Ed25519", seededRandomness("a code of nobody"));
  const uuid = documents["election.json"].id;
  return { code, publicCredential: publicCredentialOf({ group: "Ed25519", uuid, code }) };
}

function dropEntry(documents: Documents, action: string): void {
  const log = documents["log.json"];
  log.entries = log.entries.filter(({ content }) => content.action !== action);
}

describeOnEachDatabase(
  "an administrator who has every file and no key",
  (given) => {
    let files: readonly ZippedFile[] = [];

    beforeAll(async () => {
      const election = await anOfficialElection(given, {
        weights: [7, 4, 1, 2],
        candidates: ["Ana", "Bruno", "Carla"],
        earlierVotes: [[2]],
        votes: [[0, 1], [0, 2], []],
      });
      const read = readZip((await readBundle(given.context(), election.electionId))!);
      files = read.ok ? read.value : [];
    });

    test("who changes nothing puts the same bytes together again, and they hold", async () => {
      const again = putTogether(materialOf(files));
      expect(Buffer.from(again).equals(Buffer.from(writeZip(files)))).toBe(true);
      expect((await auditBundle(again, verifyArchive)).verdict).toBe("valid");
    });

    const cells = Object.entries(forgeries).flatMap(([part, manners]) =>
      Object.entries(manners).map(([manner, forgery]) => ({ part, manner, ...forgery })),
    );

    // Requirement: CM 9, CM 17, CM 18, CM 49, S3, B5, V8
    test.each(cells)("$part: who $manner $what is found by $found", async ({ forge, found }) => {
      const material = materialOf(files);
      forge(material);
      const report = await auditBundle(putTogether(material), verifyArchive);
      expect(report.verdict).toBe("invalid");
      const failed = report.checks.filter(({ outcome }) => outcome === "failed").map(({ name }) => name);
      expect(failed).toContain(found);
    });
  },
  { fresh: "once", on: "sqlite" },
);
