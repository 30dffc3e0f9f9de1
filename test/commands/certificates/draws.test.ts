// A tie decided by lot from a public value: announced by two before the value exists, recorded by two after it, drawn again by every audit.
// Source: CM/Rec(2017)5 nos. 17, 30 and 41; decision record on draws.
import { beforeAll, expect, test } from "vitest";
import type { ZippedFile } from "#app/lib/audit-bundle/index.ts";
import { auditBundle, bundleReportText, writeZip } from "#app/lib/audit-bundle/index.ts";
import type { VerificationReport } from "#app/lib/ballot-protocol/index.ts";
import { verifyArchive } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import {
  anchorProclamations,
  certificateProgress,
  findCertificate,
  readBundle,
} from "#app/modules/certificates/index.server.ts";
import { actaOf } from "#app/modules/certificates/domain/acta/acta-content.ts";
import type { ElectionInTest } from "../../factories/elections.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import {
  aCountedElection,
  afterClaims,
  announce,
  anOfficialElection,
  enterTie,
  enterValue,
  proclaim,
  recordAbsent,
  sign,
} from "./certified-election.ts";
import type { Documents } from "./rewritten-bundle.ts";
import { filesOf, rewrittenBundle } from "./rewritten-bundle.ts";

const draw = {
  contest: 0,
  candidates: [1, 0],
  source: "drand quicknet, round 12345678, randomness",
  form: { kind: "hex", length: 64 },
  availableAt: "2026-03-26T18:00:00.000Z",
} as const;
const again = { ...draw, candidates: [...draw.candidates], source: "drand quicknet, round 12345679, randomness" };
const value = "0123456789abcdef".repeat(4);
const drawn = { contest: 0, candidates: [0, 1], value, account: "Leído en api.drand.sh ante la Comisión." };
/** Why another text each time: a refused proposal stays open, and the same is not proposed twice. */
const drawnAt = (time: string) => ({ ...drawn, account: `Leído a las ${time} ante la Comisión.` });

const entryOf = (documents: Documents, action: string) =>
  documents["later-log.json"]!.entries.find(({ content }) => content.action === action)!;
const decisionsOf = (documents: Documents) => documents["decisions.json"];

const absenceOf = (documents: Documents) => documents["conformity.json"].absences[0]!;

interface Forged {
  readonly what: string;
  readonly check: string;
  readonly code: string;
  readonly forge: (documents: Documents) => unknown;
}

const mutants: Forged[] = [
  {
    what: "changes the drawn order",
    ...{ check: "ties", code: "DRAW_DIFFERS" },
    forge: (all) => decisionsOf(all).ties[0]!.order.reverse(),
  },
  {
    what: "changes the value",
    ...{ check: "log-later", code: "LOG_SAYS_OTHERWISE" },
    forge: (all) => (decisionsOf(all).ties[0]!.value = `${value.slice(0, 63)}e`),
  },
  {
    what: "changes the value in the log too",
    ...{ check: "log-later", code: "LOG_ENTRY_NOT_INCLUDED" },
    forge: (all) => {
      const other = `${value.slice(0, 63)}e`;
      decisionsOf(all).ties[0]!.value = other;
      const { content } = entryOf(all, "certificates:tie-decided");
      content.details = { ...(content.details as object), value: other };
    },
  },
  {
    what: "changes the announced source",
    ...{ check: "log-later", code: "LOG_ENTRY_MISSING" },
    forge: (all) => (decisionsOf(all).draws[1]!.source = "drand quicknet, round 99999999, randomness"),
  },
  {
    what: "hides the announcement that was replaced",
    ...{ check: "log-later", code: "LOG_SAYS_OTHERWISE" },
    forge: (all) => decisionsOf(all).draws.shift(),
  },
  {
    what: "hides it behind a copy of the other",
    ...{ check: "log-later", code: "LOG_SAYS_OTHERWISE" },
    forge: (all) => (decisionsOf(all).draws[0] = { ...decisionsOf(all).draws[1]! }),
  },
  {
    what: "announces nothing",
    ...{ check: "ties", code: "DRAW_NOT_ANNOUNCED" },
    forge: (all) => (decisionsOf(all).draws = []),
  },
  {
    what: "announces it when the value was known",
    ...{ check: "ties", code: "DRAW_OUT_OF_TIME" },
    forge: (all) => (decisionsOf(all).draws[1]!.announcedAt = "2026-03-26T17:59:00.000Z"),
  },
  {
    what: "announces another one when the value of the first was known",
    ...{ check: "ties", code: "DRAW_ANNOUNCED_AGAIN" },
    forge: (all) => {
      const [first, second] = decisionsOf(all).draws;
      [second!.announcedAt, second!.availableAt] = [first!.availableAt, "2026-03-26T20:00:00.000Z"];
    },
  },
  {
    what: "announces it for another result",
    ...{ check: "ties", code: "DRAW_OF_ANOTHER_RESULT" },
    forge: (all) => (decisionsOf(all).draws[1]!.result = "0".repeat(64)),
  },
  {
    what: "passes it off as drawn by hand",
    ...{ check: "log-later", code: "LOG_SAYS_OTHERWISE" },
    forge: (all) => (decisionsOf(all).ties[0]!.value = null),
  },
  {
    what: "writes the value in another way",
    ...{ check: "ties", code: "DRAW_VALUE_MALFORMED" },
    forge: (all) => (decisionsOf(all).ties[0]!.value = value.toUpperCase()),
  },
  {
    what: "hides that nobody heard a commissioner",
    ...{ check: "conformity", code: "COMMISSIONERS_SILENT" },
    forge: (all) => (all["conformity.json"].absences = []),
  },
  {
    what: "lets one person say that she is absent",
    ...{ check: "conformity", code: "ABSENCE_BY_ONE" },
    forge: (all) => (absenceOf(all).enteredBy = absenceOf(all).approvedBy),
  },
  {
    what: "says another reason",
    ...{ check: "log-later", code: "LOG_ENTRY_MISSING" },
    forge: (all) => (absenceOf(all).reasons = "No quiso."),
  },
];

describeOnEachDatabase(
  "a tie drawn from a public value",
  (given) => {
    let election: ElectionInTest;
    let files: ZippedFile[] = [];
    const reports = new Map<number, VerificationReport>();
    const verify = (archive: Uint8Array) => {
      const report = reports.get(archive.length) ?? verifyArchive(archive);
      reports.set(archive.length, report);
      return report;
    };

    beforeAll(async () => {
      election = await aCountedElection(given, {
        weights: [7, 4, 1],
        candidates: ["Ana", "Bruno", "Carla", "Dora"],
        maxChoices: 3,
        votes: [[0, 1, 2], [0, 1, 3], []],
        citizenships: [["BR"], ["BR"], ["UY"], ["MX"]],
      });
      given.clock.set(afterClaims);
    });

    // Requirement: CM 17, CM 30, CM 41, R3
    test("it is announced before its value exists, only its value in its one form is taken after, and the order follows", async () => {
      const first = { ...draw, candidates: [...draw.candidates] };
      const refused = (code: string) => ({ error: { code } });
      const soon = { ...first, availableAt: "2026-03-26T12:59:59.999Z" };
      expect(await announce(election, soon)).toMatchObject(refused("DRAW_TOO_SOON"));
      expect(await announce(election, { ...first, candidates: [0, 2] })).toMatchObject(refused("NO_SUCH_TIE"));
      expect(await enterValue(election, drawnAt("12:00"))).toMatchObject(refused("DRAW_NOT_ANNOUNCED"));
      expectOk(await announce(election, first));
      given.clock.set(new Date("2026-03-26T13:00:00Z"));
      expectOk(await announce(election, again));
      const waiting = await auditBundle((await readBundle(given.context(), election.electionId))!, verify);
      expect(waiting.verdict).toBe("valid");
      expect(bundleReportText(waiting)).toContain(`announced and not drawn: ${again.source}`);
      given.clock.set(new Date("2026-03-26T17:59:59.999Z"));
      expect(await enterValue(election, drawnAt("17:59"))).toMatchObject(refused("DRAW_VALUE_NOT_YET"));
      given.clock.set(new Date("2026-03-26T18:00:00Z"));
      const late = { ...again, source: "drand quicknet, round 12399999", availableAt: "2026-03-27T18:00:00.000Z" };
      expect(await announce(election, late)).toMatchObject(refused("DRAW_VALUE_KNOWN"));
      const shouted = { ...drawn, value: value.toUpperCase() };
      expect(await enterValue(election, shouted)).toMatchObject(refused("DRAW_VALUE_MALFORMED"));
      expectOk(await enterValue(election, drawn));
      const { count, decisions } = (await findCertificate(given.context(), election.electionId))!;
      expect(count.contests[0]?.ties).toEqual([]);
      expect(decisions.ties).toMatchObject([{ method: "lot", value, decidedOn: "2026-03-26", runoff: null }]);
      expect(count.contests[0]?.elected[0]?.candidate).toBe(decisions.ties[0]?.order[0]);
      expectOk(await sign(election, 0));
      expectOk(await sign(election, 1));
      expect(await certificateProgress(given.context(), election.electionId)).toMatchObject({
        toProclaiming: ["COMMISSIONERS_SILENT"],
        silent: [election.commission[2]!.name],
      });
      expectOk(await recordAbsent(election, 2));
      expect(await recordAbsent(election, 1)).toMatchObject(refused("NOT_SILENT"));
      expectOk(await proclaim(election));
      expect(await anchorProclamations(given.context())).toEqual([election.electionId]);
      files = filesOf((await readBundle(given.context(), election.electionId))!);
      const report = await auditBundle(writeZip(files), verify);
      expect(report.verdict, bundleReportText(report)).toBe("valid");
      expect(bundleReportText(report)).toMatch(/ties +.*drawn again from drand quicknet, round 12345679.*value 0123/);
      for (const language of ["es", "en", "pt"] as const)
        for (const told of [value, "Perdió el archivo de su clave."])
          expect(JSON.stringify(actaOf(writeZip(files), language))).toContain(told);
      expect(report.checks.find(({ name }) => name === "conformity")?.detail).toMatch(
        /^2 conform, 0 dissent, 1 absent, 2 needed/,
      );
    });

    // Requirement: CM 17, CM 39, S3, S4
    test.each(mutants)("an administrator who $what is found by $check: $code", async ({ check, code, forge }) => {
      const report = await auditBundle(rewrittenBundle(files, { forge }), verify);
      expect(report.verdict).toBe("invalid");
      expect(report.checks.filter(({ outcome }) => outcome === "failed")).toContainEqual(
        expect.objectContaining({ name: check, code }),
      );
    });
  },
  { fresh: "once" },
);

describeOnEachDatabase(
  "a tie decided by another election",
  (given) => {
    // Requirement: CM 17, CM 30
    test("only an official election among the same people, in the order of its votes, decides it; the audit names it", async () => {
      const people = { weights: [7, 4, 1], candidates: ["Ana", "Bruno"], maxChoices: 2, seats: 1 };
      const tied = await aCountedElection(given, { ...people, tieRule: "runoff", votes: [[0, 1], [], []] });
      given.clock.set(new Date("2026-03-10T12:00:00Z"));
      const runoff = await anOfficialElection(given, { ...people, votes: [[1], [0], []] });
      const decided = { contest: 0, method: "runoff", decidedOn: "2026-03-26", account: "Segunda vuelta." } as const;
      const by = { ...decided, runoffElectionId: `https://localhost:3000/elections/${runoff.electionId}/result` };
      const itself = { ...by, runoffElectionId: tied.electionId, order: [1, 0] };
      expect(await enterTie(tied, itself)).toMatchObject({ error: { code: "RUNOFF_NOT_OFFICIAL" } });
      expect(await enterTie(tied, { ...by, order: [0, 1] })).toMatchObject({ error: { code: "RUNOFF_DIFFERS" } });
      expectOk(await enterTie(tied, { ...by, order: [1, 0] }));
      const report = await auditBundle((await readBundle(given.context(), tied.electionId))!, (archive) =>
        verifyArchive(archive),
      );
      expect(report.verdict, bundleReportText(report)).toBe("valid");
      expect(bundleReportText(report)).toContain(`Bruno > Ana: by the election ${runoff.electionId} (fingerprint `);
    });
  },
  { on: "sqlite" },
);
