// The acta: made from the bundle alone, in three languages, the same bytes for the same bundle; and the command that audits the bundle.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runAuditElection } from "#app/processes/command-line/audit-election.ts";
import { actaOf } from "#app/modules/certificates/domain/acta/acta-content.ts";
import { actaWords } from "#app/modules/certificates/domain/acta/words.ts";
import { drawActa } from "#app/modules/certificates/domain/acta/draw-acta.server.ts";
import { readBundle } from "#app/modules/certificates/index.server.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";
import { anOfficialElection } from "./certified-election.ts";

async function audit(path: string, json = false) {
  const said = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof said) => ({ write: (text: string) => void (said[name] += text) });
  const code = await runAuditElection({
    ...{ bundlePath: path, json, isTerminal: false },
    ...{ stdout: sink("stdout"), stderr: sink("stderr") },
  });
  return { code, ...said };
}

describeOnEachDatabase(
  "acta and audit",
  (given) => {
    // Requirement: CM 5, CM 17, CM 30, S4
    test("one bundle gives the acta in three languages, always the same bytes, and one command audits it", async () => {
      const election = await anOfficialElection(given, {
        hasCall: true,
        weights: [7, 4, 1],
        candidates: ["Ana Muñoz", "Bruno", "Carla", "Dora"],
        maxChoices: 3,
        citizenships: [["BR"], ["BR"], ["UY"], ["MX"]],
        votes: [[0, 1, 2], [0, 3], []],
        dissent: "No pude revisar el padrón a tiempo.",
      });
      const bundle = (await readBundle(given.context(), election.electionId))!;
      for (const language of ["es", "en", "pt"] as const) {
        const acta = actaOf(bundle, language)!;
        const text = JSON.stringify(acta.parts);
        const { rollSigned, laterCheckpoint, noDisputes } = actaWords[language];
        const words = [rollSigned, laterCheckpoint, noDisputes, "localhost:3000/log "];
        for (const fact of [...words, "Ana Muñoz", "Bruno", "No pude revisar", "Celia Comisión", election.electionId])
          expect(text).toContain(fact);
        const pdf = Buffer.from(await drawActa(acta));
        expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
        for (const mark of ["/StructTreeRoot", `/Lang (${language})`, "/DisplayDocTitle true", "/Title"])
          expect(pdf.toString("latin1")).toContain(mark);
        expect(Buffer.from(await drawActa(actaOf(bundle, language)!)).equals(pdf)).toBe(true);
        const folder = process.env["PLENARIA_ACTA_FOLDER"];
        if (folder !== undefined) writeFileSync(join(folder, `acta-${language}.pdf`), pdf);
      }
      expect(actaOf(new Uint8Array(9), "es")).toBeUndefined();

      const path = join(given.settings.folder, "board.zip");
      writeFileSync(path, bundle);
      const valid = await audit(path);
      expect([valid.code, valid.stderr]).toEqual([0, ""]);
      expect(valid.stdout).toContain("VALID: every check holds.");
      expect(valid.stdout).toContain(
        "Bruno (7 votes) is passed over: Ana Muñoz (elected before) has the same citizenship",
      );
      const spoiled = bundle.slice();
      spoiled[spoiled.length - 1]! ^= 1;
      writeFileSync(path, spoiled);
      expect(await audit(path, true)).toMatchObject({ code: 1 });
      writeFileSync(path, "no bundle");
      expect(await audit(path)).toMatchObject({ code: 2, stdout: "" });
    });
  },
  { on: "sqlite" },
);
