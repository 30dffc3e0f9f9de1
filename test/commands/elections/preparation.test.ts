// From the draft to the sealed box: who may do each step, in which order, and what is refused.
import { expect, test } from "vitest";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { findBrokenAuditEntry, listAuditEntries } from "#app/modules/audit-log/index.server.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { fingerprintsToCompare } from "#app/modules/elections/commands/seal-ballot-box.server.ts";
import { createElectionInput } from "#app/modules/elections/commands/create-election.input.ts";
import { makeTrusteeKey, openBackup, writeBackup } from "#app/modules/elections/domain/trustee-backup.ts";
import { certificateMessage } from "#app/modules/elections/domain/trustee-rounds.ts";
import { makeVotingCodes } from "#app/modules/elections/domain/voting-codes.ts";
import {
  createElection,
  findCeremony,
  findElection,
  listCodeRecipients,
  publishCertificate,
  publishCredentials,
  publishPolynomial,
  publishVerificationKey,
  readWholeArchive,
  rehearseDecryption,
  approveSealing,
  proposeFreezing,
  proposeSealing,
  sealBallotBox,
} from "#app/modules/elections/index.server.ts";
import { sealByTwo } from "#app/modules/elections/simulation/commands/seal-by-two.server.ts";
import { mailRoomRecipient } from "#app/modules/notifications/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { aPersonWithAccount, anElection, closesAt, opensAt, rollDate, whileOpen } from "../../factories/elections.ts";
import type { Given } from "../../setup/databases.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

const ageFile = "-----BEGIN AGE ENCRYPTED FILE-----\n…";

describeOnEachDatabase("preparation of an election", (given) => {
  test("an election that closes in the past, or whose trustee is not in the commission, is not created", async () => {
    const staff = await aPersonWithAccount(given, "Sara Soto", ["staff"]);
    const input = electionInput([staff.accountId]);
    expect(await createElection(given.context({ actor: staff }), input)).toMatchObject({
      error: { code: "TRUSTEE_NOT_IN_COMMISSION" },
    });
    const late = given.context({ actor: staff, now: closesAt });
    expect(await createElection(late, input)).toMatchObject({ error: { code: "ELECTION_CLOSES_IN_THE_PAST" } });
  });

  test("a commission member cannot create an election and staff cannot seal one", async () => {
    const election = await (await anElection(given)).withCodes();
    const input = electionInput(election.commission.map(({ accountId }) => accountId));
    await expect(createElection(election.as(election.commission[0]!), input)).rejects.toBeInstanceOf(NotPermitted);
    const { electionId } = election;
    const compared = { trustees: "", credentials: "" };
    const alone = proposeSealing(election.as(election.staff), { electionId, compared, reason: "x" });
    await expect(alone).rejects.toBeInstanceOf(NotPermitted);
  });

  test("a roll whose date has not come is not frozen, nor one on which nobody stands", async () => {
    const election = await anElection(given);
    const { electionId } = election;
    const tooEarly = given.context({ actor: election.staff, now: "2026-02-28T23:59:59Z" });
    expect(await proposeFreezing(tooEarly, { electionId, reason: "x" })).toMatchObject({
      error: { code: "ROLL_DATE_IN_THE_FUTURE" },
    });
    given.clock.set(new Date("2026-03-02T00:00:00Z"));
    expect(await election.freeze()).toMatchObject({ error: { code: "ROLL_EMPTY" } });
  });

  test("the box is sealed only when every step before it is done, and the refusal names the step", async () => {
    const election = await anElection(given);
    const { electionId } = election;
    const seal = () => sealByTwo(given.context(), electionId, [election.commission[0]!, election.commission[1]!]);
    expect(await seal()).toMatchObject({ error: { code: "PREPARATION_INCOMPLETE", details: { step: "roll" } } });
    await election.withKeys();
    expect(await seal()).toMatchObject({ error: { code: "PREPARATION_INCOMPLETE", details: { step: "credentials" } } });
  });

  // An election was lost in 2025 because one of three keys could not decrypt: so every trustee must have rehearsed.
  // Requirement: CM 42, CM 46
  test("the box is not sealed while one trustee has not rehearsed, although two would be enough to decrypt", async () => {
    const election = await (await anElection(given)).withCodes();
    await given.database.trustee.updateMany({ where: { index: 3 }, data: { rehearsedAt: null } });
    const two = [election.commission[0]!, election.commission[1]!] as const;
    const sealed = await sealByTwo(given.context(), election.electionId, two);
    expect(sealed).toMatchObject({ error: { code: "PREPARATION_INCOMPLETE", details: { step: "rehearsal" } } });
  });

  // Requirement: CM 41, L4, B9
  test("one member of the commission cannot seal: another compares the fingerprints herself and approves", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId } = election;
    const [celia, dario] = [election.commission[0]!, election.commission[1]!];
    const row = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    const compared = fingerprintsToCompare(row);
    await expect(sealBallotBox(election.as(celia), { electionId })).rejects.toBeInstanceOf(NotPermitted);
    expect(await sealBallotBox(given.context(), { electionId })).toMatchObject({
      error: { code: "SEALING_NEEDS_TWO_PEOPLE" },
    });
    expect(await approveSealing(election.as(dario), { electionId, compared })).toMatchObject({
      error: { code: "SEALING_NOT_PROPOSED" },
    });
    expectOk(await proposeSealing(election.as(celia), { electionId, compared, reason: "Por teléfono" }));
    expect(await approveSealing(election.as(celia), { electionId, compared })).toMatchObject({
      error: { code: "OWN_PROPOSAL" },
    });
    const misread = { ...compared, trustees: "another" };
    expect(await approveSealing(election.as(dario), { electionId, compared: misread })).toMatchObject({
      error: { code: "FINGERPRINTS_CHANGED" },
    });
    const isSealed = async () =>
      (await given.database.election.findUniqueOrThrow({ where: { id: electionId } })).sealedAt !== null;
    expect(await isSealed()).toBe(false);
    expectOk(await approveSealing(election.as(dario), { electionId, compared }));
    expect(await isSealed()).toBe(true);
  });

  test("times that were moved after the proposal are not sealed by its approval", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId } = election;
    const row = await given.database.election.findUniqueOrThrow({ where: { id: electionId } });
    const compared = fingerprintsToCompare(row);
    const reason = "Por teléfono";
    expectOk(await proposeSealing(election.as(election.commission[0]!), { electionId, compared, reason }));
    await given.database.election.update({
      where: { id: electionId },
      data: { closesAt: new Date("2026-04-01T00:00:00Z") },
    });
    expect(await approveSealing(election.as(election.commission[1]!), { electionId, compared })).toMatchObject({
      error: { code: "PROPOSAL_OUTDATED" },
    });
  });

  // Requirement: CM 42, B8
  test("a sealed box is a valid archive with no ballot in it, and cannot be sealed or given other credentials again", async () => {
    const election = await (await anElection(given)).sealed();
    const archive = (await readWholeArchive(given.context(), election.electionId))!;
    expect(verifyArchive(archive)).toMatchObject({
      verdict: "valid",
      stage: "open",
      counts: { credentials: 3, ballots: 0 },
    });
    const { electionId } = election;
    expect(
      await sealByTwo(given.context(), electionId, [election.commission[1]!, election.commission[2]!]),
    ).toMatchObject({
      error: { code: "BOX_ALREADY_SEALED" },
    });
    const { credentialsPayload, issued } = await codesAnew(given, election);
    const again = await publishCredentials(election.as(election.commission[1]!), {
      electionId,
      credentialsPayload,
      issued,
    });
    expect(again).toMatchObject({ error: { code: "CREDENTIALS_AFTER_SEALING" } });
  });

  test("every entry gets the code that was made for it, and no entry of another election any", async () => {
    const election = await (await anElection(given)).withKeys();
    const other = await (await anElection(given)).frozen();
    const { electionId } = election;
    const { credentialsPayload, issued } = await codesAnew(given, election);
    // A quote and a line end: the codes travel into the statement as they are.
    const sealedVotingCode = '-----BEGIN AGE ENCRYPTED FILE-----\n"it\'s"\n';
    const wish = issued.map((entry, index) => ({ ...entry, sealedVotingCode: `${sealedVotingCode}${index}` }));
    expectOk(
      await publishCredentials(election.as(election.commission[0]!), { electionId, credentialsPayload, issued: wish }),
    );
    const rows = await given.database.rollEntry.findMany({ where: { electionId } });
    expect(rows).toHaveLength(wish.length);
    for (const entry of wish) {
      const { eligibilityTag } = entry;
      expect(rows.find(({ id }) => id === entry.rollEntryId)).toMatchObject({
        ...{ eligibilityTag, sealedVotingCode: entry.sealedVotingCode, accessKeyHash: null },
      });
    }
    expect(
      await given.database.rollEntry.count({ where: { electionId: other.electionId, eligibilityTag: { not: null } } }),
    ).toBe(0);
  });

  // Requirement: CM 18
  test("credentials whose weights are not those of the roll are refused, and so is a code that came unsealed", async () => {
    const election = await (await anElection(given)).withKeys();
    const { electionId } = election;
    const made = await codesAnew(given, election, (votes) => votes + 1);
    const context = election.as(election.commission[0]!);
    expect(await publishCredentials(context, { electionId, ...made })).toMatchObject({
      error: { code: "CREDENTIALS_WEIGHTS_DIFFER" },
    });
    const open = made.issued.map((entry) => ({ ...entry, sealedVotingCode: "the code itself" }));
    const unsealed = await publishCredentials(context, {
      electionId,
      credentialsPayload: made.credentialsPayload,
      issued: open,
    });
    expect(unsealed).toMatchObject({ error: { code: "VOTING_CODE_NOT_SEALED" } });
    expect(await given.database.rollEntry.count({ where: { eligibilityTag: { not: null } } })).toBe(0);
  });

  test("sealing hands exactly one mail for every organisation to the mail room, and keeps no copy", async () => {
    const election = await (await anElection(given)).sealed();
    const mails = await given.database.outgoingMail.findMany({ where: { template: "elections/voting-code" } });
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(election.voters.map(({ email }) => email).sort());
    expect(await given.database.rollEntry.count({ where: { sealedVotingCode: { not: null } } })).toBe(0);
  });

  test("rounds of the ceremony cannot be skipped or repeated, and a certificate for another seat is refused", async () => {
    const election = await (await anElection(given)).frozen();
    const { electionId, commission } = election;
    const [first, second] = [commission[0]!, commission[1]!];
    const polynomial = { electionId, coefexps: "{}", signature: "{}", sealedShares: [ageFile, ageFile, ageFile] };
    expect(await publishPolynomial(election.as(first), polynomial)).toMatchObject({
      error: { code: "CEREMONY_NOT_THAT_FAR" },
    });
    expect(await publishPolynomial(election.as(first), { ...polynomial, sealedShares: ["1", "2", "3"] })).toMatchObject(
      {
        error: { code: "SHARE_NOT_SEALED" },
      },
    );
    const { random } = given.context();
    const ceremony = (await findCeremony(given.context(), { electionId, accountId: first.accountId }))!;
    const key = await makeTrusteeKey({ electionId, index: 1 }, random);
    const message = await certificateMessage({ ...ceremony, group: "Ed25519" }, key, random);
    expect(await publishCertificate(election.as(second), { electionId, ...message })).toMatchObject({
      error: { code: "CERTIFICATE_INVALID" },
    });
    expect(await publishCertificate(election.as(first), { electionId, ...message })).toMatchObject({ ok: true });
    expect(await publishCertificate(election.as(first), { electionId, ...message })).toMatchObject({
      error: { code: "CERTIFICATE_ALREADY_PUBLISHED" },
    });
    const rehearsal = await rehearseDecryption(election.as(first), { electionId, partialDecryption: "{}" });
    expect(rehearsal).toMatchObject({ error: { code: "CEREMONY_NOT_THAT_FAR" } });
  });

  test("what was compared is what is sealed: credentials that were published anew in between are refused", async () => {
    const election = await (await anElection(given)).withCodes();
    const { electionId } = election;
    const compared = fingerprintsToCompare(
      await given.database.election.findUniqueOrThrow({ where: { id: electionId } }),
    );
    const anew = await codesAnew(given, election);
    expect(await publishCredentials(election.as(election.commission[1]!), { electionId, ...anew })).toMatchObject({
      ok: true,
    });
    const sealed = await proposeSealing(election.as(election.commission[0]!), { electionId, compared, reason: "x" });
    expect(sealed).toMatchObject({ error: { code: "FINGERPRINTS_CHANGED" } });
  });

  // Requirement: CM 18, CM 41, CM 48
  test("credentials that are issued otherwise after the proposal are refused at the sealing, though both fingerprints are the same", async () => {
    const election = await (await anElection(given)).readyToSeal();
    const { electionId } = election;
    const compared = fingerprintsToCompare(
      await given.database.election.findUniqueOrThrow({ where: { id: electionId } }),
    );
    const [celia, dario] = [election.as(election.commission[0]!), election.as(election.commission[1]!)];
    expectOk(await proposeSealing(celia, { electionId, compared, reason: "x" }));
    const approve = () => approveSealing(dario, { electionId, compared });
    const [first, second] = await given.database.rollEntry.findMany({ where: { electionId }, orderBy: { id: "asc" } });
    const { eligibilityTag, sealedVotingCode, accessKeyHash } = first!;
    const whole = { eligibilityTag, sealedVotingCode, accessKeyHash };
    // Another one's tag, another one's mail, a link where the roll has none: each alone gives the vote to somebody else.
    for (const change of [
      { eligibilityTag: second!.eligibilityTag },
      { sealedVotingCode: second!.sealedVotingCode },
      { accessKeyHash: "0".repeat(64) },
    ]) {
      await given.database.rollEntry.update({ where: { id: first!.id }, data: { ...whole, ...change } });
      expect(await approve()).toMatchObject({ error: { code: "PROPOSAL_OUTDATED" } });
    }
    await given.database.rollEntry.update({ where: { id: first!.id }, data: whole });
    expect(await given.database.archiveRecord.count()).toBe(0);
    expectOk(await approve());
  });

  test("a trustee's garbage in round 3 is refused as it arrives, and the ceremony goes on", async () => {
    const election = await (await anElection(given)).withKeys();
    const { electionId, commission } = election;
    const own = await given.database.trustee.findFirstOrThrow({ where: { electionId, index: 1 } });
    await given.database.trustee.updateMany({ where: { electionId }, data: { verificationKey: null } });
    const another = await given.database.trustee.findFirstOrThrow({ where: { electionId, index: 2 } });
    const publish = (verificationKey: string) =>
      publishVerificationKey(election.as(commission[0]!), { electionId, verificationKey });
    expect(await publish("{}")).toMatchObject({ error: { code: "VERIFICATION_KEY_INVALID" } });
    expect(another.verificationKey).toBeNull();
    expect(await publish(own.verificationKey ?? "")).toMatchObject({ ok: true, value: { isComplete: false } });
  });

  test("once the box is sealed nothing is decrypted as a rehearsal any more", async () => {
    const election = await (await anElection(given)).sealed();
    const { electionId } = election;
    const { rehearsal } = await given.database.trustee.findFirstOrThrow({ where: { electionId, index: 1 } });
    const again = await rehearseDecryption(election.as(election.commission[0]!), {
      electionId,
      partialDecryption: rehearsal ?? "",
    });
    expect(again).toMatchObject({ error: { code: "CEREMONY_ALREADY_SEALED" } });
  });

  test("codes that give one organisation's votes to another are published unseen and cast by nobody", async () => {
    const election = await (await anElection(given, { weights: [1, 7] })).withKeys();
    const { electionId } = election;
    const swapped = await codesAnew(given, election, (votes) => 8 - votes);
    expect(await publishCredentials(election.as(election.commission[0]!), { electionId, ...swapped })).toMatchObject({
      ok: true,
    });
    await election.bindingly();
    expectOk(await sealByTwo(given.context(), electionId, [election.commission[1]!, election.commission[2]!]));
    election.codes = swapped.codes;
    given.clock.set(whileOpen);
    expect(await election.cast(0, [0])).toMatchObject({
      error: { code: "VOTES_DIFFER_FROM_ROLL", details: { credential: 7, roll: 1 } },
    });
  });

  test("every act of the preparation stands in an unbroken log with the person who did it", async () => {
    const election = await (await anElection(given)).sealed();
    const lines = await listAuditEntries(given.context(), {
      subjectType: "election",
      subjectId: election.electionId,
      limit: 100,
    });
    const actions = [...new Set(lines.map(({ action }) => action))].reverse();
    expect(actions).toEqual([
      "elections:created",
      "elections:roll-frozen",
      "elections:certificate-published",
      "elections:polynomial-published",
      "elections:verification-key-published",
      "elections:decryption-rehearsed",
      "elections:credentials-published",
      "elections:roll-signed",
      "approvals:proposed",
      "approvals:approved",
      "elections:box-sealed",
    ]);
    expect(lines.every(({ actorName }) => /Soto|Comisión/.test(actorName))).toBe(true);
    expect(await findBrokenAuditEntry(given.context())).toBeUndefined();
  });

  // Requirement: CM 22
  test("the public page of an election tells its preparation and none of its secrets", async () => {
    const election = await (await anElection(given)).withCodes();
    const view = (await findElection(given.context({ actor: { kind: "visitor" } }), election.electionId))!;
    expect(view.preparation.filter(({ done, of }) => done < of).map(({ step }) => step)).toEqual(["seal"]);
    const text = JSON.stringify(view);
    for (const { key } of election.trustees) {
      expect(text).not.toContain(key.seed);
      expect(text).not.toContain(key.shareIdentity);
    }
    for (const voter of election.voters) expect(text).not.toContain(voter.email);
  });
});

describeOnEachDatabase(
  "trustee backup",
  (given) => {
    test("a backup opens with its passphrase and no other, and only for its own election and seat", async () => {
      const { random } = given.context();
      const seat = { electionId: "abcdefghijkmno", index: 2 };
      const key = await makeTrusteeKey(seat, random);
      const backup = await writeBackup(key, "una frase bastante larga", 10);
      expect(backup).not.toContain(key.seed);
      expect(await openBackup(backup, "una frase bastante larga", seat)).toEqual({ ok: true, value: key });
      expect(await openBackup(backup, "otra frase bastante larga", seat)).toMatchObject({
        error: { code: "BACKUP_DOES_NOT_OPEN" },
      });
      expect(await openBackup(backup.slice(0, -80), "una frase bastante larga", seat)).toMatchObject({
        error: { code: "BACKUP_DOES_NOT_OPEN" },
      });
      const elsewhere = await openBackup(backup, "una frase bastante larga", { ...seat, index: 3 });
      expect(elsewhere).toMatchObject({ error: { code: "BACKUP_OF_ANOTHER_ELECTION" } });
    });
  },
  { on: "sqlite" },
);

function electionInput(trusteeAccountIds: readonly string[]) {
  return createElectionInput.parse({
    title: { es: "Directorio", en: "Board", pt: "Diretoria" },
    contests: [
      { kind: "candidates", bodyKey: "board", maxChoices: 1, candidates: [{ name: "Ana" }, { name: "Bruno" }] },
    ],
    trusteeAccountIds,
    isTest: true,
    trusteeThreshold: 1,
    rollDate,
    opensAt,
    closesAt,
  });
}

async function codesAnew(given: Given, election: ElectionInTest, weigh: (votes: number) => number = (votes) => votes) {
  const recipients = await listCodeRecipients(election.as(election.commission[0]!), election.electionId);
  const { credentialsPayload, issued, codes } = await makeVotingCodes({
    electionId: election.electionId,
    group: "Ed25519",
    recipients: recipients.map((recipient) => ({ ...recipient, votes: weigh(recipient.votes) })),
    mailRoomRecipient: await mailRoomRecipient(given.context()),
    random: given.context().random,
  });
  const withEntries = codes.map((line, position) => ({
    ...line,
    rollEntryId: recipients[position]?.rollEntryId ?? "",
  }));
  return { credentialsPayload, issued, codes: withEntries };
}
