// The candidate's file, the support of other members, the commission's review, the published list and who leaves it.
import sharp from "sharp";
import { expect, test } from "vitest";
import { approvableActs } from "#app/approvable-acts.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import {
  askEndorsement,
  decideCandidacy,
  declareConflict,
  findCandidacy,
  findPublicCandidate,
  listCandidacies,
  listPublicCandidates,
  proposePublication,
  saveAnswers,
  saveBiography,
  storePhoto,
  withdrawCandidacy,
} from "#app/modules/candidacies/index.server.ts";
import { mostAsked } from "#app/modules/candidacies/commands/ask-endorsement.server.ts";
import { photoSide } from "#app/modules/candidacies/domain/file-limits.ts";
import { answersOf } from "#app/modules/candidacies/queries/questionnaire.server.ts";
import { findPhoto } from "#app/modules/candidacies/queries/photo.server.ts";
import { checksOf, fileOf, listDecisions } from "#app/modules/candidacies/queries/review.server.ts";
import { findProposal, refuseProposal } from "#app/modules/approvals/index.server.ts";
import { setContact } from "#app/modules/organizations/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { CallInTest } from "#test/factories/candidacies.ts";
import { aCall, aPicture, wholeAnswers } from "#test/factories/candidacies.ts";
import { aPerson } from "#test/setup/actors.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

const sentence = { es: "Hola.", en: "", pt: "", links: [] };

describeOnEachDatabase("candidacies", (given) => {
  async function fileAndChecks(candidacyId: string) {
    const context = given.context();
    const file = await fileOf(context, (await findCandidacy(context, candidacyId))!);
    return { file, checks: await checksOf(context, file) };
  }

  function outcomes(checks: readonly { readonly code: string; readonly outcome: string }[], outcome: string) {
    return checks.filter((check) => check.outcome === outcome).map(({ code }) => code);
  }

  async function ballotOf(call: CallInTest): Promise<string[]> {
    const rows = await given.database.candidate.findMany({
      where: { contestId: call.contestId },
      orderBy: { position: "asc" },
    });
    return rows.map(({ name }) => name);
  }

  test("the checklist tells what is missing until nothing is", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const { file } = await fileAndChecks(candidacyId);
    expect(file.isComplete).toBe(false);
    const missing = file.completeness.filter(({ done, of }) => done < of);
    expect(missing.map(({ part }) => part)).toEqual(["questionnaire", "biography", "translations", "photo"]);
    await call.fill(call.member(0).contact, candidacyId);
    expect((await fileAndChecks(candidacyId)).file.isComplete).toBe(true);
  });

  test("every saving of changed answers is a version, and the versions before it stay", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const context = call.as(call.member(0).contact);
    expectOk(await saveAnswers(context, { candidacyId, typed: { "words.experience": "Poca." } }));
    expectOk(await saveAnswers(context, { candidacyId, typed: { "words.experience": "Poca." } }));
    expectOk(await saveAnswers(context, { candidacyId, typed: wholeAnswers }));
    expect(await answersOf(given.context(), candidacyId)).toMatchObject({ version: 2 });
    const versions = await given.database.questionnaireAnswers.findMany({ where: { candidacyId } });
    expect(versions.map(({ answers }) => (answers as Record<string, { words: string }>)["experience"]?.words)).toEqual([
      "Poca.",
      "Veinte años de redes.",
    ]);
    const typed = { "words.experience": "x".repeat(1501) };
    expect(await saveAnswers(context, { candidacyId, typed })).toMatchObject({ error: { code: "ANSWER_TOO_LONG" } });
  });

  test("the picture is drawn anew: square, of one size for all, without what the file said of place and camera", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const uploaded = await sharp(await aPicture(1200, 700))
      .withExif({ IFD0: { Copyright: "secret of the camera" } })
      .jpeg()
      .toBuffer();
    expect(uploaded.includes("secret of the camera")).toBe(true);
    expectOk(await storePhoto(call.as(call.member(0).contact), { candidacyId, uploaded }));
    const { bytes } = (await findPhoto(given.context(), candidacyId))!;
    const { width, height, format, exif, icc, xmp } = await sharp(bytes).metadata();
    expect({ width, height, format, exif, icc, xmp }).toEqual({ width: photoSide, height: photoSide, format: "jpeg" });
    expect(Buffer.from(bytes).includes("secret of the camera")).toBe(false);
  });

  test("what is no picture, too small, too large or a bomb is refused", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const context = call.as(call.member(0).contact);
    const upload = (uploaded: Uint8Array) => storePhoto(context, { candidacyId, uploaded });
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><script>1</script></svg>',
    );
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: "#000" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    expect(await upload(svg)).toMatchObject({ error: { code: "PHOTO_UNREADABLE" } });
    expect(await upload(Buffer.from("no picture"))).toMatchObject({ error: { code: "PHOTO_UNREADABLE" } });
    expect(await upload((await aPicture()).subarray(0, 900))).toMatchObject({ error: { code: "PHOTO_UNREADABLE" } });
    expect(await upload(await aPicture(199, 400))).toMatchObject({ error: { code: "PHOTO_TOO_SMALL" } });
    expect(await upload(bomb)).toMatchObject({ error: { code: "PHOTO_TOO_LARGE" } });
    expect(await upload(new Uint8Array(11 * 1024 * 1024))).toMatchObject({ error: { code: "PHOTO_TOO_LARGE" } });
  });

  test("nobody but the candidate touches a file, and nobody after its stage", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    const other = call.as(call.member(1).contact);
    const unknown = { error: { code: "CANDIDACY_UNKNOWN" } };
    expect(await saveBiography(other, { candidacyId, ...sentence })).toMatchObject(unknown);
    expect(await saveAnswers(other, { candidacyId, typed: {} })).toMatchObject(unknown);
    expect(await storePhoto(other, { candidacyId, uploaded: new Uint8Array() })).toMatchObject(unknown);
    expect(await withdrawCandidacy(other, { candidacyId, reason: "" })).toMatchObject(unknown);
    const closesAt = new Date("2026-03-03T18:00:00Z");
    await call.withStages([{ kind: "nominations", opensAt: new Date("2026-03-01T18:00:00Z"), closesAt }]);
    const own = call.as(call.member(0).contact);
    expectOk(await saveBiography(own, { candidacyId, ...sentence }));
    given.clock.set(closesAt);
    expect(await saveBiography(own, { candidacyId, ...sentence })).toMatchObject({ error: { code: "STAGE_OVER" } });
  });

  test("other members endorse: each as many as there are seats, not its own nomination, and it can be taken back", async () => {
    const call = await aCall(given, { rules: { endorsementsNeeded: 2 } });
    const first = await call.complete(0);
    const second = await call.complete(1);
    expect(await call.endorse(0, first)).toMatchObject({ error: { code: "OWN_NOMINATION" } });
    expectOk(await call.endorse(2, first));
    expect(await call.endorse(2, second)).toMatchObject({
      error: { code: "ENDORSEMENT_LIMIT_REACHED", details: { allowed: 1 } },
    });
    expect((await fileAndChecks(first)).checks.find(({ code }) => code === "ENDORSEMENTS")).toMatchObject({
      outcome: "not-fulfilled",
      details: { given: 1, needed: 2 },
    });
    expectOk(await call.endorse(3, first));
    expect(outcomes((await fileAndChecks(first)).checks, "not-fulfilled")).toEqual([]);
    expectOk(await call.endorse(2, first, false));
    expectOk(await call.endorse(2, second));
    expect(await findCandidacy(given.context(), first)).toMatchObject({ endorsedBy: ["Red 4"] });
  });

  test("a candidate asks a member for support: its membership contact gets a mail, once", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    const context = call.as(call.member(0).contact);
    const ask = (handle: string) => askEndorsement(context, { candidacyId, handle });
    expectOk(await ask(call.member(2).handle));
    const [mail] = await given.database.outgoingMail.findMany({ where: { template: "candidacies/endorsement-asked" } });
    expect(mail?.toAddress).toContain("carla");
    expect(await ask(call.member(2).handle)).toMatchObject({ error: { code: "ALREADY_ASKED" } });
    expect(await ask(call.member(0).handle)).toMatchObject({ error: { code: "OWN_NOMINATION" } });
    expect(await ask("XX-NONE-PLEN")).toMatchObject({ error: { code: "ORGANIZATION_UNKNOWN" } });
    const stranger = call.as(call.member(3).contact);
    expect(await askEndorsement(stranger, { candidacyId, handle: call.member(2).handle })).toMatchObject({
      error: { code: "CANDIDACY_UNKNOWN" },
    });
  });

  test("at most so many members are asked, and who declines frees the place", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    const askedAt = given.clock.now();
    await given.database.endorsement.createMany({
      data: Array.from({ length: mostAsked - 1 }, (_, place) => ({
        ...{ id: `asked-${place}`, candidacyId, organizationId: `o-${place}`, organizationName: `O ${place}`, askedAt },
      })),
    });
    const ask = (position: number) =>
      askEndorsement(call.as(call.member(0).contact), { candidacyId, handle: call.member(position).handle });
    expectOk(await ask(1));
    expect(await ask(2)).toMatchObject({ error: { code: "TOO_MANY_ASKED", details: { most: mostAsked } } });
    expectOk(await call.endorse(1, candidacyId, false));
    expectOk(await ask(2));
    expect(await ask(1)).toMatchObject({ error: { code: "ALREADY_ASKED" } });
    expect(await ask(3)).toMatchObject({ error: { code: "TOO_MANY_ASKED" } });
  });

  // Requirement: R2
  test("the checks name the reason of each rule that is not met", async () => {
    const staying = [{ name: "Marta Silva", citizenships: ["BR"], employerGroup: "GRUPO RED", from: "", until: "" }];
    const contests = [{ bodyKey: "board", title: "Directorio" }] as const;
    const call = await aCall(given, { staying, contests });
    await given.database.officeTerm.create({
      data: {
        id: "term",
        bodyKey: "fiscal-commission",
        name: "ana alvarez",
        citizenships: ["HN"],
        employerGroup: "",
        from: "2026-01-01",
        until: "2028-12-31",
        rank: null,
        source: "test",
        createdAt: given.clock.now(),
        createdBy: "test",
      },
    });
    const candidacyId = await call.complete(0);
    const { contact } = call.member(0);
    const { email } = await given.database.candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
    const rival = { isSelf: false, name: contact.name, email, contestId: call.contestIds[1]! } as const;
    const unasked = expectOk(await call.nominate(1, rival));
    expect(unasked.accountId).toBe(contact.accountId);
    // Why: a nomination that she never accepted blocks nobody.
    expect(outcomes((await fileAndChecks(candidacyId)).checks, "not-fulfilled")).toEqual(["EMPLOYER_GROUP"]);
    expectOk(await call.accept(contact, unasked.candidacyId));
    const { checks } = await fileAndChecks(candidacyId);
    expect(outcomes(checks, "not-fulfilled")).toEqual(["EMPLOYER_GROUP", "OTHER_CANDIDACIES"]);
    expect(outcomes(checks, "mind")).toEqual(["OFFICES"]);
    expect(checks.find(({ code }) => code === "EMPLOYER_GROUP")?.details).toMatchObject({ holders: "Marta Silva" });
    expect(checks.find(({ code }) => code === "OFFICES")?.details).toMatchObject({ bodies: "fiscal-commission" });
    await call.declare(candidacyId);
    expect(await call.decide(candidacyId, "admit", "Igual.")).toMatchObject({
      error: { code: "NOT_ELIGIBLE", details: { checks: "EMPLOYER_GROUP, OTHER_CANDIDACIES" } },
    });
  });

  test("a commissioner declares first, and who has a conflict does not decide and cannot take it back", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    expect(await call.decide(candidacyId, "admit")).toMatchObject({ error: { code: "CONFLICT_NOT_DECLARED" } });
    await call.declare(candidacyId, true);
    expect(await call.decide(candidacyId, "admit")).toMatchObject({ error: { code: "CONFLICT_OF_INTEREST" } });
    const first = call.as(call.commission[0]!);
    expect(await declareConflict(first, { candidacyId, hasConflict: false, explanation: "" })).toMatchObject({
      error: { code: "CONFLICT_STANDS" },
    });
    await call.declare(candidacyId, false, 1);
    expectOk(await call.decide(candidacyId, "admit", "", 1));
    const [decision] = await listDecisions(given.context(), candidacyId);
    expect(decision).toMatchObject({ kind: "admit", decidedByName: "Dario Comisión" });
    const staff = { ...given.context(), actor: aPerson({ roles: ["staff"] }) } as ReturnType<CallInTest["as"]>;
    const decidesAsStaff = { candidacyId, kind: "admit", reasons: "", correctUntil: null, fileHash: "" } as const;
    await expect(decideCandidacy(staff, decidesAsStaff)).rejects.toThrow(NotPermitted);
    await expect(proposePublication(staff, { electionId: call.electionId, reason: "Ya." })).rejects.toThrow(
      NotPermitted,
    );
  });

  test("nobody decides on the candidacy that is their own", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    const own = { ...call.member(0).contact, roles: ["commission"] as const };
    expect(await call.decideAs(own, candidacyId)).toMatchObject({ error: { code: "OWN_CANDIDACY" } });
  });

  // Requirement: CM 41
  test("a rival, who nominated, and a contact of an organisation that nominated or supported in the contest decide nothing", async () => {
    const call = await aCall(given, { rules: { capPerEmployerGroup: null } });
    const candidacyId = await call.complete(0);
    const rival = await call.complete(1);
    const commissioner = (position: number) => ({
      ...call.member(position).contact,
      roles: ["commission"] as const,
    });
    const tooNear = { error: { code: "OWN_CANDIDACY" } };
    expect(await call.decideAs(commissioner(1), candidacyId)).toMatchObject(tooNear);
    const undeclared = { error: { code: "CONFLICT_NOT_DECLARED" } };
    expect(await call.decideAs(commissioner(2), candidacyId)).toMatchObject(undeclared);
    expectOk(await call.endorse(2, rival));
    expect(await call.decideAs(commissioner(2), candidacyId)).toMatchObject(tooNear);
    const { organizationId } = call.member(0);
    const near = commissioner(3);
    expect(await call.decideAs(near, candidacyId)).toMatchObject(undeclared);
    expectOk(await setContact(given.context(), { organizationId, role: "membership", accountId: near.accountId }));
    expect(await call.decideAs(near, candidacyId)).toMatchObject(tooNear);
    expectOk(await withdrawCandidacy(call.as(call.member(1).contact), { candidacyId: rival, reason: "" }));
    expect(await call.decideAs(commissioner(1), candidacyId)).toMatchObject(undeclared);
    expect(await proposePublication(call.as(near), { electionId: call.electionId, reason: "Ya." })).toMatchObject({
      error: { code: "TOO_NEAR_TO_CONTEST" },
    });
  });

  test("a decision holds for the file that was read, and on another nothing is decided", async () => {
    const call = await aCall(given);
    const candidacyId = await call.complete(0);
    await call.declare(candidacyId);
    const fileHash = await call.fileHash(candidacyId);
    const decide = () =>
      decideCandidacy(call.as(call.commission[0]!), {
        ...{ candidacyId, fileHash, kind: "admit", reasons: "", correctUntil: null },
      });
    const own = call.as(call.member(0).contact);
    expectOk(await saveAnswers(own, { candidacyId, typed: { ...wholeAnswers, "words.reasons": "Otra razón." } }));
    expect(await decide()).toMatchObject({ error: { code: "FILE_HAS_CHANGED" } });
    expectOk(await saveAnswers(own, { candidacyId, typed: wholeAnswers }));
    expectOk(await decide());
    expect(await given.database.candidacyDecision.findMany()).toMatchObject([{ fileHash, kind: "admit" }]);
  });

  test("an incomplete file is corrected in the time that the commission gives, and then closed", async () => {
    const call = await aCall(given);
    const { candidacyId } = expectOk(await call.nominate(0));
    await call.declare(candidacyId);
    expect(await call.decide(candidacyId, "admit")).toMatchObject({ error: { code: "REASONS_NEEDED" } });
    expect(await call.decide(candidacyId, "reject")).toMatchObject({ error: { code: "REASONS_NEEDED" } });
    expectOk(await call.decide(candidacyId, "correct", "Falta la fotografía."));
    expect(await findCandidacy(given.context(), candidacyId)).toMatchObject({ state: "correcting" });
    await call.fill(call.member(0).contact, candidacyId);
    given.clock.set(new Date("2026-03-06T15:00:00Z"));
    const own = call.as(call.member(0).contact);
    expect(await saveBiography(own, { candidacyId, ...sentence })).toMatchObject({
      error: { code: "CORRECTION_TIME_OVER" },
    });
    expectOk(await call.decide(candidacyId, "admit"));
    expect(await saveBiography(own, { candidacyId, ...sentence })).toMatchObject({ error: { code: "FILE_CLOSED" } });
    const mails = await given.database.outgoingMail.count({ where: { template: "candidacies/candidacy-decided" } });
    expect(mails).toBe(2);
  });

  test("the list is published once everything is decided, and the ballot has the admitted in alphabetical order", async () => {
    const call = await aCall(given, { rules: { capPerEmployerGroup: null } });
    const carla = await call.admitted(2);
    const ana = await call.complete(0);
    const rejected = await call.complete(1);
    await call.declare(rejected);
    expectOk(await call.decide(rejected, "reject", "No respondió."));
    expect(await call.publish()).toMatchObject({
      error: { code: "CANDIDACIES_UNDECIDED", details: { count: 1, names: "Ana Álvarez" } },
    });
    expect(await findPublicCandidate(given.context(), carla)).toBeUndefined();
    await call.declare(ana);
    expectOk(await call.decide(ana, "admit"));
    const { proposalId } = expectOk(await call.proposeList());
    const shown = (await findProposal(given.context(), proposalId))?.changes.map(({ field, after }) => [field, after]);
    const inAll = (lines: string) => ({
      es: `Directorio:\n${lines}`,
      en: `Board:\n${lines}`,
      pt: `Diretoria:\n${lines}`,
    });
    expect(shown).toEqual([
      ["candidates", inAll("Ana Álvarez (HN; Red de Honduras)\nCarla Castro (HN; Red de Honduras)")],
      ["rejected", inAll("Bruno Beltrán (HN; Red de Honduras)")],
      ["lapsing", null],
    ]);
    expect(await call.approve(proposalId, 0)).toMatchObject({ error: { code: "OWN_PROPOSAL" } });
    expect(await ballotOf(call)).toEqual([]);
    expectOk(await call.approve(proposalId));
    expect(await ballotOf(call)).toEqual(["Ana Álvarez", "Carla Castro"]);
    const standing = await given.database.candidate.findFirst({ where: { candidacyId: carla } });
    expect(standing?.accountId).toBe(call.member(2).contact.accountId);
    const published = await listPublicCandidates(given.context(), call.electionId);
    expect(published.map(({ name }) => name)).toEqual(["Ana Álvarez", "Carla Castro"]);
    expect(await call.publish()).toMatchObject({ error: { code: "LIST_PUBLISHED" } });
    expect(await call.nominate(3)).toMatchObject({ error: { code: "NOMINATIONS_CLOSED" } });
  });

  // Requirement: CM 41
  test("a list that is no longer as it was proposed is not published, nor by or for somebody who has become a party", async () => {
    const call = await aCall(given);
    for (const position of [0, 1]) await call.admitted(position);
    const bruno = (await listCandidacies(given.context(), { electionId: call.electionId }))[1]!;
    const outdated = expectOk(await call.proposeList());
    expectOk(await withdrawCandidacy(call.as(call.member(1).contact), { candidacyId: bruno.id, reason: "" }));
    expect(await call.approve(outdated.proposalId)).toMatchObject({ error: { code: "PROPOSAL_OUTDATED" } });
    const second = call.as(call.commission[1]!);
    const refusal = { proposalId: outdated.proposalId, reason: "Bruno se retiró." };
    const candidate = call.as({ ...call.member(0).contact, roles: ["commission"] });
    expect(await refuseProposal(candidate, approvableActs, refusal)).toMatchObject({
      error: { code: "TOO_NEAR_TO_CONTEST" },
    });
    expectOk(await refuseProposal(second, approvableActs, refusal));
    const { proposalId } = expectOk(await call.proposeList());
    const actsFor = (position: number) =>
      setContact(given.context(), {
        organizationId: call.member(0).organizationId,
        role: "administrative",
        accountId: call.commission[position]!.accountId,
      });
    expectOk(await actsFor(1));
    expect(await call.approve(proposalId)).toMatchObject({ error: { code: "TOO_NEAR_TO_CONTEST" } });
    expectOk(await actsFor(0));
    expect(await call.approve(proposalId, 2)).toMatchObject({ error: { code: "PROPOSER_TOO_NEAR" } });
    expect(await ballotOf(call)).toEqual([]);
  });

  // Requirement: CM 5
  test("everybody reads the same fields of every candidate, and nothing of the file beside them", async () => {
    const call = await aCall(given);
    await call.admitted(0);
    await call.admitted(1);
    expectOk(await call.publish());
    const published = await listPublicCandidates(given.context(), call.electionId);
    const [first, second] = published.map((candidate) => Object.keys(candidate));
    expect(first).toEqual(second);
    expect(JSON.stringify(published)).not.toMatch(/@|Grupo Red|accountId|nominatorStanding/);
  });

  test("the list is not published before its stage or without anybody on it", async () => {
    const call = await aCall(given);
    expect(await call.publish()).toMatchObject({ error: { code: "NOBODY_ADMITTED" } });
    await call.admitted(0);
    const opensAt = new Date("2026-04-01T18:00:00Z");
    await call.withStages([{ kind: "candidates-publication", opensAt, closesAt: null }]);
    expect(await call.publish()).toMatchObject({ error: { code: "STAGE_NOT_BEGUN" } });
    given.clock.set(opensAt);
    expectOk(await call.publish());
  });

  // Requirement: CM 11
  test("two of one name are not put on a ballot, which tells candidates apart by nothing else", async () => {
    const call = await aCall(given);
    await call.admitted(0);
    const namesake = await call.admitted(1);
    const { database } = given;
    const { name } = await database.candidacy.findFirstOrThrow({ where: { id: { not: namesake } } });
    await database.candidacy.update({ where: { id: namesake }, data: { name: `${name.toUpperCase()} ` } });
    expect(await call.publish()).toMatchObject({ error: { code: "CANDIDATES_NAMED_ALIKE" } });
    await database.candidacy.update({ where: { id: namesake }, data: { name: `${name} Zúñiga` } });
    expectOk(await call.publish());
    expect(await ballotOf(call)).toEqual([name, `${name} Zúñiga`]);
  });

  test("who withdraws leaves the ballot before it is sealed; afterwards only a mark is made", async () => {
    const call = await aCall(given);
    const ids = [await call.admitted(0), await call.admitted(1), await call.admitted(2)];
    const unpublished = await call.complete(3);
    const withdraw = (position: number, candidacyId: string) =>
      withdrawCandidacy(call.as(call.member(position).contact), { candidacyId, reason: "Otro trabajo." });
    expect(await withdraw(3, unpublished)).toMatchObject({ value: { isOnBallot: false } });
    expectOk(await call.publish());
    expect(await withdraw(0, ids[0]!)).toMatchObject({ value: { isOnBallot: false } });
    expect(await ballotOf(call)).toEqual(["Bruno Beltrán", "Carla Castro"]);
    await given.database.election.updateMany({ data: { sealedAt: given.clock.now() } });
    expect(await withdraw(1, ids[1]!)).toMatchObject({ value: { isOnBallot: true } });
    expect(await ballotOf(call)).toEqual(["Bruno Beltrán", "Carla Castro"]);
    const bruno = await given.database.candidate.findFirst({ where: { candidacyId: ids[1]! } });
    expect(bruno?.withdrawnAt).not.toBeNull();
    expect(await findPublicCandidate(given.context(), ids[1]!)).toMatchObject({ name: "Bruno Beltrán" });
    expect((await findPublicCandidate(given.context(), ids[1]!))?.withdrawnAt).not.toBeNull();
    expect(await withdraw(1, ids[1]!)).toMatchObject({ error: { code: "CANDIDACY_OVER" } });
    await given.database.election.updateMany({ data: { closedAt: given.clock.now() } });
    expect(await withdraw(2, ids[2]!)).toMatchObject({ error: { code: "VOTING_OVER" } });
  });
});
