// Role by kind of entry: who reads what of the log, by every way on which entries leave the house.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test, vi } from "vitest";
import { ok } from "#app/lib/result/index.ts";
import {
  entriesPerPage,
  findEntryProof,
  listAuditActions,
  listAuditEntries,
  listHistoryOf,
  readAllAuditEntries,
  recordAudit,
} from "#app/modules/audit-log/index.server.ts";
import { inTransaction } from "#app/platform/context.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { loader as proposalPage } from "#app/shell/routes/approval.tsx";
import { loader as proposalsPage } from "#app/shell/routes/approvals.tsx";
import { loader as staffPage } from "#app/shell/routes/audit.tsx";
import { loader as entryPage } from "#app/shell/routes/commission-log-entry.tsx";
import { loader as exported } from "#app/shell/routes/commission-log-export.ts";
import { loader as live } from "#app/shell/routes/commission-log-lines.ts";
import { loader as commissionPage } from "#app/shell/routes/commission-log.tsx";
import { browsersByRole, readers } from "#test/factories/browsers-by-role.ts";
import type { Reader } from "#test/factories/browsers-by-role.ts";
import { aPerson, aVisitor, theSystem } from "#test/setup/actors.ts";
import type { Given } from "#test/setup/databases.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

/** One entry of each kind: what everybody with the log reads, and four ways in which an entry is about a claim or a candidacy. */
const kinds = {
  open: { action: "elections:roll-frozen", subjectType: "election", subjectId: "e1" },
  claim: { action: "claims:filed", subjectType: "election", subjectId: "e1" },
  candidacy: { action: "candidacies:decided", subjectType: "candidacy", subjectId: "c1" },
  proposal: { action: "approvals:proposed", subjectType: "candidacy", subjectId: "c1" },
  question: { action: "candidacies:question-moderated", subjectType: "candidate-question", subjectId: "q1" },
} as const;
type Kind = keyof typeof kinds;
const everyKind = Object.keys(kinds) as Kind[];

/** The matrix; null: may not read the log at all. */
const reads: Readonly<Record<Reader, readonly Kind[] | null>> = {
  visitor: null,
  member: null,
  staff: ["open"],
  administrator: ["open"],
  commission: everyKind,
  auditor: everyKind,
};

/** The pages and files by which entries leave, and the roles that each lets in. */
const ways = [
  { name: "the page of the staff", loader: staffPage, lets: ["staff", "administrator", "commission", "auditor"] },
  { name: "the commission's page", loader: commissionPage, lets: ["administrator", "commission", "auditor"] },
  { name: "the live log", loader: live, lets: ["administrator", "commission", "auditor"] },
  { name: "the exported file", loader: exported, lets: ["administrator", "commission", "auditor"] },
] as const;

function actorOf(reader: Reader) {
  if (reader === "visitor") return aVisitor;
  return aPerson({ roles: reader === "member" ? [] : [reader] });
}

const wordsOf = (kind: Kind) => `said of ${kind}`;

async function recordEachKind(given: Given): Promise<void> {
  for (const kind of everyKind)
    await inTransaction(given.context({ actor: aPerson({ name: `Writer of ${kind}` }) }), async (within) => {
      await recordAudit(within, { ...kinds[kind], details: { reason: wordsOf(kind) } });
      return ok(undefined);
    });
}

function argsOf(given: Given, cookie: string, search = "", params = {}): LoaderFunctionArgs {
  const request = new Request(`http://localhost:3000/log${search}`, { headers: { Cookie: cookie } });
  return { request, params, context: { ground: given.context(), cspNonce: "", clientAddress: "" } };
}

/** What the way gives as text, or the status with which it refuses. */
async function answerOf(loader: (args: LoaderFunctionArgs) => Promise<unknown>, args: LoaderFunctionArgs) {
  try {
    const answer = await loader(args);
    return answer instanceof Response ? await answer.text() : JSON.stringify(answer);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  }
}

describeOnEachDatabase("who reads the log", (given) => {
  // Requirement: CM 22, L10
  test.each(readers)("%s: the entries that the matrix says, whatever is asked for", async (reader) => {
    await recordEachKind(given);
    const context = given.context({ actor: actorOf(reader) });
    const visible = reads[reader];
    if (visible === null) {
      await expect(listAuditEntries(context, {})).rejects.toThrow(NotPermitted);
      await expect(listAuditActions(context)).rejects.toThrow(NotPermitted);
      await expect(findEntryProof(context, 1)).rejects.toThrow(NotPermitted);
    } else {
      const found = await listAuditEntries(context, {});
      expect(found.map(({ details }) => details["reason"]).sort()).toEqual(visible.map(wordsOf).sort());
      expect((await listAuditActions(context)).sort()).toEqual(visible.map((kind) => kinds[kind].action).sort());
      for (const [place, kind] of everyKind.entries()) {
        const { action, subjectType, subjectId } = kinds[kind];
        const asked = { action, subjectType, subjectId, actorName: `Writer of ${kind}` };
        expect(await listAuditEntries(context, asked)).toHaveLength(visible.includes(kind) ? 1 : 0);
        expect((await findEntryProof(context, place + 1)) !== undefined).toBe(visible.includes(kind));
      }
    }
    const history = await listHistoryOf(context, { subjectType: "election", subjectId: "e1" });
    expect(history.map(({ action }) => action)).toEqual(
      visible?.includes("claim") === true ? ["claims:filed", "elections:roll-frozen"] : ["elections:roll-frozen"],
    );
  });

  // Requirement: CM 22, L10
  test("no page, file or stream of the log gives more than that, and those who may not come in are sent away", async () => {
    const browsers = await browsersByRole(given);
    const before = await given.database.auditEntry.count();
    await recordEachKind(given);
    for (const { name, loader, lets } of ways) {
      for (const reader of readers) {
        const answer = await answerOf(loader, argsOf(given, browsers[reader], `?after=${before}`));
        const isIn = lets.some((role) => role === reader);
        const wanted = reader === "visitor" ? 302 : 403;
        if (!isIn) expect(answer, `${name}, ${reader}`).toBe(wanted);
        for (const kind of isIn ? everyKind : []) {
          const isSaid = String(answer).includes(wordsOf(kind));
          expect(isSaid, `${name}, ${reader}, ${kind}`).toBe(reads[reader]?.includes(kind) ?? false);
        }
      }
    }
  });

  // Requirement: CM 22
  test("the exported file has every entry, however many there are, and never more of them in memory than a page", async () => {
    const browsers = await browsersByRole(given);
    const before = await given.database.auditEntry.count();
    const written = entriesPerPage * 2 + 3;
    const facts = { at: given.clock.now(), actorKind: "system", actorName: "test", action: "alerts:raised" };
    const subject = { subjectType: "alert", changes: [], details: {}, salt: "s", previousHash: "p" };
    const rows = Array.from({ length: written }, (_, index) => {
      const sequence = before + 1 + index;
      return { ...facts, ...subject, subjectId: `a${sequence}`, sequence, hash: `h${sequence}` };
    });
    await given.database.auditEntry.createMany({ data: rows });
    const newestFirst = rows.map(({ sequence }) => sequence).reverse();

    const ask = async (search: string) => {
      const answer = await exported(argsOf(given, browsers.auditor, `?area=alerts${search}`));
      return answer.text();
    };
    const listed = JSON.parse(await ask("&format=json")) as { sequence: number }[];
    expect(listed.map(({ sequence }) => sequence)).toEqual(newestFirst);
    const [, ...lines] = (await ask("&format=csv")).trim().split("\r\n");
    expect(lines.map((line) => Number(line.split(",")[0]))).toEqual(newestFirst);
    expect(JSON.parse(await ask("&format=json&actor=nobody&from=1999-01-01&until=1999-01-01"))).toEqual([]);

    // What is written while the file leaves is not in it, and moves nothing in it.
    const auditor = given.context({ actor: actorOf("auditor") });
    const sizes: number[] = [];
    for await (const page of readAllAuditEntries(auditor, { area: "alerts" })) {
      sizes.push(page.length);
      if (sizes.length === 1) {
        const sequence = before + written + 1;
        const late = { ...facts, ...subject, subjectId: "late", sequence, hash: "late" };
        await given.database.auditEntry.create({ data: late });
      }
    }
    expect(sizes).toEqual([entriesPerPage, entriesPerPage, 3]);
    expect(() => readAllAuditEntries(given.context({ actor: actorOf("member") }), {})).toThrow(NotPermitted);
  });

  // Requirement: CM 22
  test("a file whose reading fails on the way is broken off, not ended early", async () => {
    const browsers = await browsersByRole(given);
    await recordEachKind(given);
    const answer = await exported(argsOf(given, browsers.auditor, "?format=csv"));
    const reader = answer.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain("sequence");
    vi.spyOn(given.database.auditEntry, "findMany").mockRejectedValueOnce(new Error("the disk is gone"));
    await expect(reader.read()).rejects.toThrow("the disk is gone");
  });

  // Requirement: CM 22
  test("the page of one entry is not there for who may not read it", async () => {
    const browsers = await browsersByRole(given);
    await recordEachKind(given);
    const { sequence } = await given.database.auditEntry.findFirstOrThrow({ where: { action: "claims:filed" } });
    const open = (reader: Reader) =>
      answerOf(entryPage, argsOf(given, browsers[reader], "", { sequence: String(sequence) }));
    expect(await open("administrator")).toBe(404);
    expect(await open("staff")).toBe(403);
    expect(await open("commission")).toContain(wordsOf("claim"));
    expect(await open("auditor")).toContain(wordsOf("claim"));
  });

  // Requirement: CM 22
  test("a proposal about a claim or a candidacy is read by the commission and auditors only, on both of its pages", async () => {
    const browsers = await browsersByRole(given);
    const at = given.clock.now();
    const alike = {
      subjectId: "s1",
      subjectTitle: {},
      payload: {},
      changes: [],
      proposedBy: "x",
      proposedByName: "X",
    };
    const ids = { roll: "elections:change-roll", claim: "claims:decide", list: "candidacies:publish-list" };
    for (const [id, kind] of Object.entries(ids))
      await given.database.approval.create({
        data: {
          ...{ ...alike, id, kind, subjectType: id === "claim" ? "claim" : "election", reason: `because of ${id}` },
          ...{ proposedAt: at, expiresAt: new Date(at.getTime() + 1000) },
        },
      });
    for (const [reader, read] of [
      ["administrator", ["roll"]],
      ["commission", ["roll", "claim", "list"]],
      ["auditor", ["roll", "claim", "list"]],
    ] as const) {
      const listed = String(await answerOf(proposalsPage, argsOf(given, browsers[reader])));
      expect(
        Object.keys(ids).filter((id) => listed.includes(`because of ${id}`)),
        reader,
      ).toEqual(read);
      for (const proposalId of Object.keys(ids)) {
        const one = await answerOf(proposalPage, argsOf(given, browsers[reader], "", { proposalId }));
        if (read.some((id) => id === proposalId)) expect(one).toContain(`because of ${proposalId}`);
        else expect(one, `${reader}, ${proposalId}`).toBe(404);
      }
    }
    const asStaff = argsOf(given, browsers.staff, "", { proposalId: "roll" });
    expect(await answerOf(proposalPage, asStaff)).toBe(404);
    await given.database.approval.update({
      where: { id: "roll" },
      data: {
        proposedBy: (await given.database.account.findFirstOrThrow({ where: { email: "staff@example.org" } })).id,
      },
    });
    expect(await answerOf(proposalPage, asStaff)).toContain("because of roll");
  });

  test("the product itself reads everything, because its watch and its tools must", async () => {
    await recordEachKind(given);
    expect(await listAuditEntries(given.context({ actor: theSystem }), {})).toHaveLength(everyKind.length);
  });
});
