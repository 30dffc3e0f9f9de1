// A voter without an account, from the code of her mail to the decided claim; and what whoever guesses learns, which is nothing.
import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { verifyRollProof } from "#app/lib/roll-proof/index.ts";
import { eraseClaimOriginals } from "#app/modules/claims/commands/erase-originals.server.ts";
import { fileClaimByLink, listClaims, proposeDecision } from "#app/modules/claims/index.server.ts";
import { action, headers as headersOfRoll } from "#app/modules/claims/routes/open/link-voter.tsx";
import { completeRollMail } from "#app/modules/elections/commands/complete-roll-mail.server.ts";
import { rollMailKey } from "#app/modules/elections/domain/roll-mail.ts";
import { drawSecondCode, secondKeyOf } from "#app/modules/elections/domain/second-code.ts";
import { headers as headersOfBooth } from "#app/modules/elections/routes/open/vote.tsx";
import { castBallot, findElection } from "#app/modules/elections/index.server.ts";
import { acceptDelegation, grantDelegation, setMandateRules } from "#app/modules/mandates/index.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { addressOf, linkElection } from "#test/factories/link-election.ts";
import { aPersonWithAccount } from "#test/factories/elections.ts";
import { deliverPost } from "#test/factories/post.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";
import { listRows } from "#test/setup/every-row.ts";
import { decideByTwo } from "./claims-in-test.ts";

const text = "Mi organización tiene un bloque más: le corresponden dos votos y no uno.";
const reasons = "El bloque consta en el registro desde antes de la fecha de corte.";

// Source: Fetch standard, "append a request Origin header": under "no-referrer" the origin of a form is "null", which the house refuses as foreign.
test("the pages of mailed links send no referrer policy of their own, so that a browser names its origin with a form, and are kept nowhere", () => {
  for (const headers of [headersOfBooth(), headersOfRoll()]) expect(headers).toEqual({ "Cache-Control": "no-store" });
});

describeOnEachDatabase("a voter without an account", (given) => {
  /** What the page behind the door is answered. */
  async function ask(electionId: string, fields: Readonly<Record<string, string>>, clientAddress = "192.0.2.1") {
    const body = new URLSearchParams({ ask: "open", ...fields });
    const args: ActionFunctionArgs = {
      request: new Request(`http://localhost:3000/vote/${electionId}/roll`, { method: "POST", body }),
      params: { electionId },
      context: { ground: given.context(), cspNonce: "", clientAddress },
    };
    const answer = await action(args);
    return ("data" in answer ? answer.data : answer) as {
      view?: { proof: Parameters<typeof verifyRollProof>[0]; claims: unknown[] };
      filed?: number;
      withdrawn?: number;
      refusal?: { code: string };
      problems?: { key: string }[];
    };
  }

  function codeIn(mails: readonly { to: string; text: string }[], address: string): string {
    const mail = mails.filter(({ to }) => to === address).at(-1);
    return decodeURIComponent(/\/roll#second=([^\s)>"]+)/.exec(mail?.text ?? "")?.[1] ?? "");
  }

  // Requirement: R3, R4, L7
  test("finds her proof with her mail's code, objects, and reads the decision behind the same code; it casts nothing", async () => {
    const election = await (await linkElection(given)).frozen();
    const { electionId } = election;
    const before = await listRows(given);
    const post = await deliverPost(given);
    const code = codeIn(post, addressOf(election, 0));
    const secondKey = secondKeyOf({ electionId, secondCode: code });
    for (const { table, text: row } of [...before, ...(await listRows(given))])
      for (const secret of [code, secondKey]) expect(row.includes(secret), `${table} holds a secret`).toBe(false);
    const opened = await ask(electionId, { secondKey });
    const proof = opened.view!.proof;
    const root = (await findElection(given.context(), electionId))?.rollRoot ?? "";
    expect(verifyRollProof(proof, root)).toMatchObject({ isValid: true });
    expect(proof).toMatchObject({ public: { handle: election.voters[0]!.handle, votes: 1 } });
    expect(opened.view!.claims).toEqual([]);

    const claim = { ask: "file", secondKey, ground: "votes-wrong", text };
    expect(await ask(electionId, { ...claim, text: "kurz" })).toMatchObject({
      problems: [{ key: "problems.textTooShort" }],
    });
    expect(await ask(electionId, claim)).toMatchObject({ filed: 1, view: { claims: [{ number: 1, state: "filed" }] } });
    const commissioner = given.context({ actor: election.commission[0]! });
    const [atDesk] = await listClaims(commissioner, { electionId, for: "commission" });
    expect(atDesk).toMatchObject({ confidential: { organizationHandle: election.voters[0]!.handle, text } });
    const { claimId } = atDesk!.confidential!;
    const decided = { claimId, decision: "upheld", reasons, declaresNoConflict: true } as const;
    expectOk(await decideByTwo(commissioner, given.context({ actor: election.commission[1]! }), decided));
    const mailed = await deliverPost(given);
    const hers = mailed.filter(({ to }) => to === addressOf(election, 0));
    expect(hers).toHaveLength(2);
    expect(hers.map(({ text: words }) => words).join("")).toContain(reasons);
    expect(hers.map(({ text: words }) => words).join("")).toContain(`/vote/${electionId}/roll`);
    expect((await ask(electionId, { secondKey })).view!.claims).toMatchObject([{ state: "upheld", reasons }]);
    expect(await ask(electionId, { ask: "withdraw", secondKey, withdraw: claimId })).toMatchObject({
      refusal: { code: "CLAIM_ALREADY_DECIDED" },
    });

    await eraseClaimOriginals(given.context({ actor: { kind: "system", name: "test" } }), { electionId });
    expect((await ask(electionId, { secondKey })).view!.claims, "who claimed is forgotten").toEqual([]);
    const ballot = { rollEntryId: proof.public.handle, ballot: "{}", bindingKey: "0".repeat(64) };
    const visitor = given.context({ actor: { kind: "visitor" } });
    const row = await given.database.rollEntry.findFirstOrThrow({ where: { organizationHandle: proof.public.handle } });
    const cast = castBallot(visitor, { electionId, ...ballot, rollEntryId: row.id, accessKey: secondKey, secondKey });
    await expect(cast, "the code of the roll").rejects.toThrow(NotPermitted);
  });

  // Requirement: L7
  test("whoever guesses is told the same whatever she guesses, is slowed down, files nothing, and holds up nobody else", async () => {
    const election = await (await linkElection(given)).frozen();
    const { electionId } = election;
    const post = await deliverPost(given);
    const codeOf = (voter: number) => codeIn(post, addressOf(election, voter));
    const invented = drawSecondCode(given.context().random);
    const ofAnotherElection = secondKeyOf({ electionId: "another", secondCode: codeOf(0) });
    const guesses = ["", "x", secondKeyOf({ electionId, secondCode: invented }), ofAnotherElection];
    const answers = [];
    for (const secondKey of guesses) answers.push(await ask(electionId, { secondKey, ask: "file", text }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ refusal: { code: "LINK_CODE_OF_NOBODY" } });
    const visitor = given.context({ actor: { kind: "visitor" } });
    const claim = { electionId, kind: "roll", ground: "missing", text } as const;
    await expect(fileClaimByLink(visitor, guesses[2]!, claim)).rejects.toThrow(NotPermitted);
    expect(await given.database.claim.count()).toBe(0);
    for (let guess = 0; guess < 30; guess += 1) await ask(electionId, { secondKey: guesses[2]! });
    expect(await ask(electionId, { secondKey: guesses[2]! })).toMatchObject({
      refusal: { code: "LINK_CODES_TOO_MANY" },
    });
    const secondKey = secondKeyOf({ electionId, secondCode: codeOf(0) });
    expect((await ask(electionId, { secondKey })).view?.proof.public.handle).toBe(election.voters[0]!.handle);
  });

  test("a commissioner who votes by link herself does not decide her own claim, and each voter reads and withdraws only her own", async () => {
    const election = await linkElection(given);
    const { electionId } = election;
    const flor = await aPersonWithAccount(given, "Flor Comisión", ["commission"]);
    await given.database.importedVoter.updateMany({
      where: { line: 2 },
      data: { email: "flor.comisi.n@people.example" },
    });
    await election.frozen();
    const post = await deliverPost(given);
    const keyOf = (address: string) => secondKeyOf({ electionId, secondCode: codeIn(post, address) });
    const secondKey = keyOf("flor.comisi.n@people.example");
    expect(await ask(electionId, { ask: "file", secondKey, ground: "votes-wrong", text })).toMatchObject({ filed: 1 });
    const [claim] = await listClaims(given.context({ actor: flor }), { electionId, for: "commission" });
    const { claimId } = claim!.confidential!;
    const decision = { claimId, decision: "upheld", reasons, declaresNoConflict: true } as const;
    expect(await proposeDecision(given.context({ actor: flor }), decision)).toMatchObject({
      error: { code: "CONFLICT_OF_INTEREST" },
    });
    const ofOther = keyOf(addressOf(election, 1));
    expect((await ask(electionId, { secondKey: ofOther })).view!.claims).toEqual([]);
    await expect(ask(electionId, { ask: "withdraw", secondKey: ofOther, withdraw: claimId })).rejects.toThrow(
      NotPermitted,
    );
    expect(await ask(electionId, { ask: "withdraw", secondKey })).toMatchObject({ refusal: { code: "CLAIM_UNKNOWN" } });
    expect(await ask(electionId, { ask: "withdraw", secondKey, withdraw: claimId })).toMatchObject({
      withdrawn: 1,
      view: { claims: [{ number: 1, state: "withdrawn", confidential: { text: null } }] },
    });
  });

  // Requirement: L7
  test("the code and the sight of one's claims end when the vote goes into other hands; who holds it now has a code of her own, and the decision is the claimant's", async () => {
    const election = await linkElection(given);
    const { electionId, voters } = election;
    const flor = await aPersonWithAccount(given, "Flor Vocal", []);
    const { email } = await given.database.account.findUniqueOrThrow({ where: { id: flor.accountId } });
    await given.database.importedVoter.updateMany({ where: { line: 2 }, data: { email } });
    const delegation = { capPerPerson: 1, endsAt: new Date("2026-03-06T00:00:00Z") };
    expectOk(await setMandateRules(election.as(election.staff), { electionId, coolingOffDays: 2, delegation }));
    await election.frozen();
    const keyIn = (mails: Parameters<typeof codeIn>[0], address: string) =>
      secondKeyOf({ electionId, secondCode: codeIn(mails, address) });
    const secondKey = keyIn(await deliverPost(given), email);
    expect(await ask(electionId, { ask: "file", secondKey, ground: "votes-wrong", text })).toMatchObject({ filed: 1 });
    const { handle: organizationHandle } = voters[0]!;
    const wish = { electionId, organizationHandle, delegateUserId: voters[2]!.actor.userId };
    const { delegationId } = expectOk(await grantDelegation(given.context({ actor: flor }), wish));
    expectOk(await acceptDelegation(election.as(voters[2]!.actor), { delegationId }));
    expect(await ask(electionId, { secondKey })).toMatchObject({ refusal: { code: "LINK_CODE_OF_NOBODY" } });
    const hers = keyIn(await deliverPost(given), voters[2]!.email);
    const { view } = await ask(electionId, { secondKey: hers });
    expect(view?.proof.public.handle).toBe(organizationHandle);
    expect(view?.claims, "what the former holder wrote").toEqual([]);
    const commissioner = election.as(election.commission[0]!);
    const [claim] = await listClaims(commissioner, { electionId, for: "commission" });
    const { claimId } = claim!.confidential!;
    await expect(ask(electionId, { ask: "withdraw", secondKey: hers, withdraw: claimId })).rejects.toThrow(
      NotPermitted,
    );
    const decided = { claimId, decision: "upheld", reasons, declaresNoConflict: true } as const;
    expectOk(await decideByTwo(commissioner, election.as(election.commission[1]!), decided));
    const told = (await deliverPost(given)).filter(({ text: words }) => words.includes(reasons));
    const commissioners = new Set(["dario.comisi.n@people.example", "elsa.comisi.n@people.example"]);
    expect(told.map(({ to }) => to).filter((to) => !commissioners.has(to))).toEqual([email]);
  });

  // Requirement: L7
  test("a code that is drawn while the entry goes into other hands opens nothing, and its mail does not leave", async () => {
    const election = await (await linkElection(given)).frozen();
    const { electionId, voters } = election;
    const ground = given.context();
    const row = await given.database.rollEntry.findFirstOrThrow({
      where: { electionId, organizationHandle: voters[0]!.handle },
    });
    const mail = {
      ...{ deduplication: rollMailKey(row.id, 1), subjectId: electionId, language: "es" as const },
      properties: { toAddress: row.contactEmail },
    };
    const isSomebodyElse = { contactEmail: "otra@lista.example", rollKeyHash: null };
    const between = {
      findUniqueOrThrow: async (query: Parameters<typeof given.database.election.findUniqueOrThrow>[0]) => {
        await given.database.rollEntry.update({ where: { id: row.id }, data: isSomebodyElse });
        return given.database.election.findUniqueOrThrow(query);
      },
    };
    const database = new Proxy(ground.database, {
      get: (target, name) => (name === "election" ? between : (Reflect.get(target, name) as unknown)),
    });
    expect(await completeRollMail({ ...ground, database }, mail)).toMatchObject({ kind: "failed" });
    expect(await given.database.rollEntry.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject(isSomebodyElse);
  });
});
