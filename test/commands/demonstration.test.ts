// What somebody finds who starts the product for the first time: every stage of an election, and something to do for each who signs in.
import { expect, test } from "vitest";
import { auditBundle } from "#app/lib/audit-bundle/index.ts";
import { verifyArchiveBytes } from "#app/lib/ballot-protocol/verification/verify-archive-file.node.ts";
import { findBrokenAuditEntry } from "#app/modules/audit-log/index.server.ts";
import { countProposalsWaitingFor } from "#app/modules/approvals/index.server.ts";
import { listOfficeHolders } from "#app/modules/bodies/index.server.ts";
import { listCandidacies, listPublicQuestions } from "#app/modules/candidacies/index.server.ts";
import { findCertificate, readBundle } from "#app/modules/certificates/index.server.ts";
import { countUndecidedClaims } from "#app/modules/claims/index.server.ts";
import { openLegacyDesk } from "#app/modules/legacy-claims/index.server.ts";
import { listDelegationsInside } from "#app/modules/reverse-dns/index.server.ts";
import { findResult, listElections } from "#app/modules/elections/index.server.ts";
import { approvableActs } from "#app/approvable-acts.server.ts";
import type { Demonstration } from "#prisma/seed/demonstration.ts";
import { createDemonstration } from "#prisma/seed/demonstration.ts";
import type { Given } from "../setup/databases.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

async function electionsByPhase(given: Given) {
  const elections = await listElections(given.context());
  return new Map(elections.map(({ phase, id }) => [phase, id]));
}

async function expectOfficial(given: Given, electionId: string): Promise<void> {
  const certificate = await findCertificate(given.context(), electionId);
  expect(certificate).toMatchObject({ stage: "official" });
  const [contest] = certificate!.count.contests;
  const nameOf = (position: number) => certificate!.candidates.find((one) => one.position === position)?.name;
  // The case of 2018: the second has the citizenship of the first, so the seats go to the first, the third and the fourth.
  expect(contest?.elected.map(({ candidate, termYears }) => [nameOf(candidate), termYears])).toEqual([
    ["Abril Etcheverry", 3],
    ["Catalina Orozco", 3],
    ["Damián Yupanqui", 2],
  ]);
  const result = await findResult(given.context(), electionId);
  const votes = result?.contests[0]?.lines.map(({ option, votes: count }) => [option, count]) ?? [];
  expect(new Map(votes as [unknown, number][])).toEqual(
    new Map<unknown, number>([
      ...[17, 14, 12, 8, 4, 3, 2, 2, 2, 1, 1, 1, 1].map((count, option): [number, number] => [option, count]),
      ["blank", 2],
    ]),
  );
  expect(certificate?.statements.map(({ answer }) => answer)).toEqual(["conform", "conform", "conform"]);
  const bundle = await readBundle(given.context(), electionId);
  const report = await auditBundle(bundle!, (archive) => verifyArchiveBytes(archive, undefined, {}));
  expect(report.checks.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  const signed = report.checks.find(({ name }) => name === "roll-signatures");
  expect(signed).toMatchObject({ outcome: "passed" });
  expect(report).toMatchObject({ verdict: "valid", stage: "official" });
}

/** Whoever is named on the screen can sign in, and nobody among them is real. */
async function expectPeople(given: Given, { people }: Demonstration): Promise<void> {
  expect(new Set(people.map(({ userId }) => userId)).size).toBe(people.length);
  const accounts = await given.database.account.findMany({ select: { isDemonstration: true } });
  expect(accounts.length).toBeGreaterThan(people.length);
  expect(accounts.every(({ isDemonstration }) => isDemonstration)).toBe(true);
}

/** A server that has gone silent, one that was taken out, and somebody who asks for a legacy entity. */
async function expectRegister(given: Given): Promise<void> {
  const zones = await listDelegationsInside(given.context(), { family: "ipv4", start: 0n, length: 0 });
  expect(zones.map(({ servers }) => servers.map(({ status, isPublished }) => `${status} ${isPublished}`))).toEqual([
    ["AA true", "AA true"],
    ["AA true", "TO true"],
    ["AA true", "REFUSED false"],
  ]);
  const desk = await openLegacyDesk(given.context());
  expect(desk).toMatchObject({ entities: [{ name: "Datos Verdes" }], claims: [{ standing: "requested" }] });
}

describeOnEachDatabase("the demonstration", (given) => {
  // Requirement: R3, S4
  test("shows an election at every stage, and the bundle of the official one passes the audit whole", async () => {
    const told: string[] = [];
    const demonstration = await createDemonstration(given.context(), (step) => told.push(step));
    expect(told.length).toBeGreaterThan(3);
    await expectPeople(given, demonstration);
    const byPhase = await electionsByPhase(given);
    expect([...byPhase.keys()].sort()).toEqual(["draft", "open", "preparing", "result"]);
    await expectOfficial(given, byPhase.get("result")!);
    const open = byPhase.get("open")!;
    expect(await given.database.ballot.count({ where: { electionId: open } })).toBe(3);
    const called = await listCandidacies(given.context(), { electionId: byPhase.get("draft")! });
    expect(called.map(({ state }) => state).sort()).toEqual(["accepted", "accepted", "nominated"]);
    const preparing = byPhase.get("preparing")!;
    const standing = await listCandidacies(given.context(), { electionId: preparing });
    expect(standing.map(({ state }) => state).sort()).toEqual(["published", "published", "rejected"]);
    expect((await listPublicQuestions(given.context(), preparing)).map(({ answers }) => answers.length)).toEqual([1]);
    expect(await given.database.candidateQuestion.count({ where: { state: "waiting" } })).toBe(1);
    expect(await countUndecidedClaims(given.context(), { electionId: preparing })).toBe(2);
    const commissioner = await given.database.account.findFirstOrThrow({ where: { name: "Mateo Rivas" } });
    const person = { accountId: commissioner.id, roles: ["commission"] };
    expect(await countProposalsWaitingFor(given.context(), approvableActs, person)).toBe(1);
    const { closesAt } = await given.database.election.findUniqueOrThrow({ where: { id: byPhase.get("result")! } });
    const on = `${closesAt.getUTCFullYear() + 1}-01-01`;
    expect(await listOfficeHolders(given.context(), { bodyKey: "electoral-commission", on })).toHaveLength(5);
    expect(await findBrokenAuditEntry(given.context())).toBeUndefined();
    await expectRegister(given);
  });
});
