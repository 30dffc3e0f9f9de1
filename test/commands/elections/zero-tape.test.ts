// Before the opening: the timetable has been public long enough, the box is shown to be empty and is signed so, and the log says which
// program the voters' browsers will run. Source: CM/Rec(2017)5 nos. 32, 33, 38 and 42.
import { addDays } from "date-fns";
import { expect, test } from "vitest";
import { auditBundle, documentBytes, hashOf, readZip, writeBundle } from "#app/lib/audit-bundle/index.ts";
import { readArchive, verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { canonicalJson } from "#app/lib/canonical-json/index.ts";
import { bytesOfHex, leafHash, verifyInclusion } from "#app/lib/merkle-tree/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { findEntryProof, listAuditEntries, signCheckpoint } from "#app/modules/audit-log/index.server.ts";
import { assembleEvidence, readBundle } from "#app/modules/certificates/index.server.ts";
import { readWholeArchive } from "#app/modules/elections/index.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { softwareDocument } from "#app/platform/software.server.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { anElection, announceInTime, opensAt } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const seal = ({ given, electionId, commission }: ElectionInTest) =>
  sealByTwo(given.context(), electionId, [commission[0]!, commission[1]!]);

describeOnEachDatabase("before the opening", (given) => {
  // Requirement: CM 42, CM 33, CM 38, B8
  test("the empty box is proved by a signed log, with the program that voters will run, before anybody can vote", async () => {
    const election = await (await anElection(given)).sealed();
    const { electionId } = election;
    const context = given.context();
    expect(context.clock.now() < opensAt).toBe(true);
    const archive = (await readWholeArchive(context, electionId))!;
    expect(verifyArchive(archive)).toMatchObject({ verdict: "valid", stage: "open", counts: { ballots: 0 } });
    const { events } = expectOk(readArchive(archive));
    const log = await listAuditEntries(election.as(election.staff), { action: "elections:box-sealed" });
    const [entry] = log.filter(({ subjectId }) => subjectId === electionId);
    expect(entry?.details).toMatchObject({
      lastEventHash: events.at(-1)?.hash,
      software: hashOf(documentBytes(await softwareDocument())),
    });
    expectOk(await signCheckpoint(context));
    const { inclusion, leaf, index } = (await findEntryProof(context, entry!.sequence))!;
    const { size, root, proof } = inclusion!;
    const claim = { leaf: bytesOfHex(leaf), index, size, root: bytesOfHex(root), proof: proof.map(bytesOfHex) };
    expect(verifyInclusion(claim)).toBe(true);
    const { hash } = await given.database.auditEntry.findUniqueOrThrow({ where: { sequence: entry!.sequence } });
    expect(leafHash(canonicalJson({ hash, sequence: entry!.sequence }))).toEqual(claim.leaf);
    expect(await election.cast(0, [0])).toMatchObject({ error: { code: "VOTING_NOT_OPEN_YET" } });
  });

  // Requirement: CM 33, CM 38
  test("whoever counts with another program than the one that sealed the box is seen by the audit", async () => {
    const election = await (await anElection(given)).open();
    expectOk(await election.cast(0, [0]));
    await election.counted();
    expectOk(await signCheckpoint(given.context()));
    expectOk(await assembleEvidence(given.context(), { electionId: election.electionId }));
    const zip = readZip((await readBundle(given.context(), election.electionId))!);
    const files = zip.ok ? zip.value : [];
    const audited = async (software: object) => {
      const evidence = files
        .filter(({ path }) => path !== "manifest.json" && path !== "conformity.json")
        .map((file) => (file.path === "software.json" ? { ...file, bytes: documentBytes(software) } : file));
      const conformity = { format: "plenaria-conformity/1" as const, statements: [], absences: [] };
      const bundle = writeBundle({ electionId: election.electionId, evidence, conformity });
      const { checks } = await auditBundle(bundle, verifyArchive);
      return checks.find(({ name }) => name === "log-entries")?.detail;
    };
    const own = await softwareDocument();
    const before = hashOf(documentBytes(own));
    const other = { ...own, version: "0.0.0-patched" };
    expect(await audited(own)).toContain(`software ${before} since the sealing`);
    expect(await audited(other)).toContain(`software ${hashOf(documentBytes(other))}, at the sealing ${before}`);
  });

  // Requirement: CM 32
  test("nothing that binds is sealed, so it never opens, unless its timetable with all stages has been public for thirty days", async () => {
    const election = await (await anElection(given)).withCodes();
    const { electionId } = election;
    expect(await seal(election)).toMatchObject({ error: { code: "CALENDAR_NOT_PUBLISHED" } });
    const at = addDays(opensAt, -29);
    await announceInTime(given, electionId);
    await given.database.calendar.update({ where: { processId: electionId }, data: { publishedAt: null } });
    expect(await seal(election)).toMatchObject({ error: { code: "CALENDAR_NOT_PUBLISHED" } });
    await given.database.calendar.update({ where: { processId: electionId }, data: { publishedAt: at } });
    expect(await seal(election)).toMatchObject({
      error: { code: "ANNOUNCED_TOO_LATE", details: { days: 29, limitDays: 30 } },
    });
    given.clock.set(addDays(opensAt, 1));
    expect(await election.given.database.election.findUnique({ where: { id: electionId } })).toMatchObject({
      sealedAt: null,
    });
    await given.database.calendar.update({ where: { processId: electionId }, data: { publishedAt: addDays(at, -1) } });
    const claims = { processId: electionId, kind: "roll-claims" };
    const [stage] = await given.database.calendarStage.findMany({ where: claims });
    await given.database.calendarStage.deleteMany({ where: claims });
    expect(await seal(election)).toMatchObject({
      error: { code: "CALENDAR_LACKS_STAGE", details: { stage: "roll_claims" } },
    });
    await given.database.calendarStage.create({ data: stage! });
    expect(await seal(election)).toMatchObject({ error: { code: "ROLL_NOT_SIGNED" } });
  });
});
