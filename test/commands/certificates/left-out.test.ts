// An audit bundle of an election in which two people left something out of the count: it carries the whole box beside what was counted,
// and whoever leaves out more or less than was decided is found. Source: requirements.md §8.1 no. 49.
import { beforeAll, expect, test } from "vitest";
import type { DecisionsDocument, LogDocument, ZippedFile } from "#app/lib/audit-bundle/index.ts";
import {
  auditBundle,
  disputeBounds,
  documentBytes,
  filesByPath,
  readArchiveParts,
  readDocuments,
  readZip,
  writeBundle,
} from "#app/lib/audit-bundle/index.ts";
import type { VerificationReport } from "#app/lib/ballot-protocol/index.ts";
import {
  archiveBytes,
  publicCredentialOf,
  readArchive,
  trackerOf,
  verifyArchive,
} from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { approveProposal } from "#app/modules/approvals/index.server.ts";
import { assembleEvidence, readBundle } from "#app/modules/certificates/index.server.ts";
import { actaOf } from "#app/modules/certificates/domain/acta/acta-content.ts";
import { bindingKeyOf } from "#app/modules/elections/domain/eligibility-tag.ts";
import {
  closeDueElections,
  excludeDisputedAct,
  findDisputeBounds,
  fileDispute,
  proposeDisputeDecision,
  showDisputedCredential,
} from "#app/modules/elections/index.server.ts";
import { openSum } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection, closesAt } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

async function leaveOut(election: ElectionInTest, kind: "mandate" | "ballot", what: string): Promise<string> {
  const [celia, dario] = election.commission.map((actor) => election.as(actor));
  const { electionId } = election;
  const { disputeId } = expectOk(await fileDispute(celia!, { electionId, kind, what, reason: "No votó." }));
  if (election.given.clock.now() < closesAt) await election.closed();
  const decision = { disputeId, decision: "excluded" as const, reason: "El poder no vale." };
  const { proposalId } = expectOk(await proposeDisputeDecision(celia!, decision));
  expectOk(await approveProposal(dario!, [excludeDisputedAct], { proposalId }));
  return disputeId;
}

async function showCredential(election: ElectionInTest, disputeId: string, voter: number): Promise<void> {
  const { electionId } = election;
  const { code } = election.codeOf(voter);
  const publicCredential = publicCredentialOf({ group: "Ed25519", uuid: electionId, code });
  const bindingKey = bindingKeyOf({ electionId, code });
  const context = election.as(election.commission[0]!);
  expectOk(await showDisputedCredential(context, { disputeId, publicCredential, bindingKey }));
}

/** Seven vote, one of them twice; a ballot and a mandate with two ballots are left out, and five voters remain. */
async function aBundle(given: Given): Promise<{ bundle: Uint8Array; counted: string }> {
  const election = await (await anElection(given, { weights: [7, 4, 2, 1, 1, 1, 1] })).open();
  expectOk(await election.cast(0, [0]));
  expectOk(await election.cast(1, [1]));
  expectOk(await election.cast(1, [0]));
  const { tracker } = expectOk(await election.cast(2, [2]));
  for (const voter of [4, 5, 6]) expectOk(await election.cast(voter, []));
  const last = expectOk(await election.cast(3, [1]));
  await leaveOut(election, "ballot", tracker);
  const mandate = await leaveOut(election, "mandate", election.voters[1]!.handle);
  await showCredential(election, mandate, 1);
  await closeDueElections(given.context());
  await openSum(given.context(), election.electionId, election.trustees.slice(0, 2));
  expectOk(await signCheckpoint(given.context()));
  expectOk(await assembleEvidence(given.context(), { electionId: election.electionId }));
  return { bundle: (await readBundle(given.context(), election.electionId))!, counted: last.tracker };
}

interface Forgery {
  readonly what: string;
  readonly code: string;
  readonly decide?: (decisions: DecisionsDocument, counted: string) => DecisionsDocument;
  readonly files?: (files: ZippedFile[]) => ZippedFile[];
}

type Dispute = DecisionsDocument["disputes"][number];
const changing = (position: number, change: Partial<Dispute>) => (decisions: DecisionsDocument) => ({
  ...decisions,
  disputes: decisions.disputes.map((dispute, index) => (index === position ? { ...dispute, ...change } : dispute)),
});

/** The archive that counts, without its first ballot. */
function withoutBallot(bytes: Uint8Array): Uint8Array {
  const { records, timestamp } = expectOk(readArchive(bytes));
  const first = records.findIndex(({ body, name }) => name.endsWith("event.json") && body.includes('"Ballot"'));
  return archiveBytes(timestamp, [...records.slice(1, first - 1), ...records.slice(first + 1)]);
}

const forgeries: Forgery[] = [
  {
    what: "leaves a ballot out without a decision",
    code: "COUNT_BALLOTS_DIFFER",
    decide: (decisions) => ({ ...decisions, disputes: decisions.disputes.slice(1) }),
  },
  {
    what: "leaves a mandate out that was kept",
    code: "COUNT_BALLOTS_DIFFER",
    decide: changing(1, { state: "kept", credential: null }),
  },
  {
    what: "says that a mandate never voted, whose ballots are missing",
    code: "COUNT_BALLOTS_DIFFER",
    decide: changing(1, { credential: "" }),
  },
  {
    what: "takes one ballot more out of the count",
    code: "COUNT_BALLOTS_DIFFER",
    files: (files) =>
      files.map((file) => (file.path === "archive.bel" ? { ...file, bytes: withoutBallot(file.bytes) } : file)),
  },
  {
    what: "counts a ballot that was to be left out",
    code: "COUNT_BALLOTS_DIFFER",
    decide: (decisions, counted) => ({
      ...decisions,
      disputes: [...decisions.disputes, { ...decisions.disputes[0]!, label: counted, tracker: counted }],
    }),
  },
  { what: "names a ballot of nobody", code: "LEFT_OUT_NOT_IN_BOX", decide: changing(0, { tracker: "x".repeat(43) }) },
  { what: "names a credential of nobody", code: "LEFT_OUT_NOT_IN_BOX", decide: changing(1, { credential: "ab" }) },
  { what: "shows no credential", code: "CREDENTIAL_NOT_SHOWN", decide: changing(1, { credential: null }) },
  { what: "decides alone", code: "DISPUTE_DECIDED_BY_ONE", decide: changing(0, { decidedBy: ["Celia", "Celia"] }) },
  { what: "gives no reasons", code: "DISPUTE_WITHOUT_REASONS", decide: changing(0, { reasons: "" }) },
  { what: "counts before the decision", code: "DISPUTE_UNDECIDED", decide: changing(0, { state: "open" }) },
  {
    what: "keeps the whole box back",
    code: "BOX_MISSING",
    files: (files) => files.filter(({ path }) => path !== "box.bel"),
  },
  {
    what: "hides every decision",
    code: "LEFT_OUT_WITHOUT_DECISION",
    decide: (decisions) => ({ ...decisions, disputes: [] }),
  },
  {
    what: "passes the count off as the box",
    code: "BOX_INVALID",
    files: (files) => {
      const count = files.find(({ path }) => path === "archive.bel")!;
      return files.map((file) => (file.path === "box.bel" ? { ...file, bytes: count.bytes } : file));
    },
  },
];

describeOnEachDatabase(
  "the bundle of an election with ballots left out",
  (given) => {
    let bundle: Uint8Array = new Uint8Array();
    let counted = "";
    let files: ZippedFile[] = [];
    const reports = new Map<string, VerificationReport>();
    const verify = (archive: Uint8Array) => {
      const key = trackerOf(Buffer.from(archive).toString("latin1"));
      const report = reports.get(key) ?? verifyArchive(archive);
      reports.set(key, report);
      return report;
    };

    beforeAll(async () => {
      const made = await aBundle(given);
      ({ bundle, counted } = made);
      const read = readZip(bundle);
      files = read.ok ? read.value : [];
    });

    const decisionsOf = (all: readonly ZippedFile[]) =>
      JSON.parse(
        new TextDecoder().decode(all.find(({ path }) => path === "decisions.json")!.bytes),
      ) as DecisionsDocument;

    /** Every hash is made to fit what was forged. */
    function forged({ decide, files: change }: Partial<Forgery>): Uint8Array {
      const evidence = files.filter(({ path }) => path !== "manifest.json" && path !== "conformity.json");
      const decisions = decide?.(decisionsOf(files), counted) ?? decisionsOf(files);
      const decided = evidence.map((file) =>
        file.path === "decisions.json" ? { ...file, bytes: documentBytes(decisions) } : file,
      );
      const { electionId } = JSON.parse(
        new TextDecoder().decode(files.find(({ path }) => path === "manifest.json")!.bytes),
      ) as { electionId: string };
      const conformity = { format: "plenaria-conformity/1" as const, statements: [], absences: [] };
      return writeBundle({ electionId, evidence: change?.(decided) ?? decided, conformity });
    }

    // Requirement: CM 41, CM 49, L7
    test("has both archives and the decisions, and every check holds", async () => {
      expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(["archive.bel", "box.bel"]));
      const report = await auditBundle(bundle, verify);
      expect(report.checks.filter(({ outcome }) => outcome === "failed")).toEqual([]);
      expect(report.checks.find(({ name }) => name === "left-out")?.detail).toBe(
        "8 ballots in the box, 3 left out by 2 decisions, 5 counted",
      );
      expect(report.archive?.counts).toMatchObject({ ballots: 5, totalWeight: "11" });
      expect(report.documents?.["count.json"].contests[0]?.votes).toEqual([7, 1, 0]);
      expect(report.documents?.["count.json"].turnout).toMatchObject({ countedBallots: 5, countedVotes: 11 });
      expect(Buffer.from(forged({})).equals(Buffer.from(bundle))).toBe(true);
    });

    // Requirement: CM 49
    test("says of itself whether what was disputed could change the result, as the public page does, and the acta tells it", async () => {
      const archive = readArchiveParts(filesByPath(files));
      const documents = readDocuments(filesByPath(files));
      const bounds = disputeBounds(documents, archive);
      const [page] = await findDisputeBounds(given.context(), documents["election.json"].id);
      expect(bounds).toEqual([
        { position: 0, swing: page!.swing, margin: page!.margin, couldChange: page!.couldChange },
      ]);
      expect(bounds).toEqual([{ position: 0, swing: 6, margin: 1, couldChange: true }]);
      const acta = JSON.stringify(actaOf(bundle, "en")!.parts);
      for (const fact of ["Mandate Organización HN-TEST2-PLEN", "left out of the count", "El poder no vale.", "could"])
        expect(acta).toContain(fact);
    });

    // Requirement: CM 17, CM 49
    test("a count that is handed out alone, with every decision hidden, is not the box that was closed", async () => {
      const alone = forged({
        decide: (decisions) => ({ ...decisions, disputes: [] }),
        files: (all) => all.filter(({ path }) => path !== "box.bel"),
      });
      const { verdict, checks } = await auditBundle(alone, verify);
      expect(verdict).toBe("invalid");
      expect(checks.find(({ name }) => name === "log-entries")).toMatchObject({
        outcome: "failed",
        code: "LOG_SAYS_OTHERWISE",
      });
    });

    // Requirement: CM 17, CM 49
    test("whoever drops what the log says of the count that was begun is found", async () => {
      const silent = forged({
        files: (all) =>
          all.map((file) => {
            if (file.path !== "log.json") return file;
            const log = JSON.parse(new TextDecoder().decode(file.bytes)) as LogDocument;
            const entries = log.entries.filter(({ content }) => content.action !== "elections:count-begun");
            expect(entries.length).toBeLessThan(log.entries.length);
            return { ...file, bytes: documentBytes({ ...log, entries }) };
          }),
      });
      const { checks } = await auditBundle(silent, verify);
      const failed = checks.filter(({ outcome }) => outcome === "failed");
      expect(failed.map(({ name, code, detail }) => [name, code, detail])).toEqual([
        ["log-entries", "LOG_SAYS_OTHERWISE", "elections:count-begun: 0 left out, here 3"],
      ]);
    });

    // Requirement: CM 17, CM 49, L7
    test.each(forgeries)("whoever $what is found", async (forgery) => {
      const report = await auditBundle(forged(forgery), verify);
      expect(report.verdict).toBe("invalid");
      expect(report.checks.find(({ name }) => name === "left-out")).toMatchObject({
        outcome: "failed",
        code: forgery.code,
      });
    });
  },
  { fresh: "once" },
);
