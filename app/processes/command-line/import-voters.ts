// election roll-import: reads the list of voters that comes from outside the register; every fault is printed with its line.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { exitCodes } from "#app/platform/command-line/surroundings.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";

/** Adds the verb "roll-import". */
export function registerRollImport(election: Command, surroundings: Surroundings): void {
  election
    .command("roll-import")
    .argument("<election>", "the election's id")
    .argument("<file>", "the list in CSV")
    .description("read a list of voters from outside the register, until the roll is frozen")
    .addHelpText(
      "after",
      "\nIndividuals: name,email,language,country\nOrganisations of a national registry: handle,organization_name,contact,email,language,country,votes\n\nExample:\n  npm run -s plenaria -- election roll-import YN8CqVJniB7teg voters.csv",
    )
    .action(async (electionId: string, file: string) => {
      const { importVoters } = await import("#app/modules/elections/index.server.ts");
      const csv = readFileSync(surroundings.pathOf(file));
      const imported = await importVoters(await surroundings.openContext(), { electionId, csv });
      if (imported.ok) {
        surroundings.answer(`${imported.value.voters} voters`);
        return;
      }
      const { code, details } = imported.error;
      surroundings.say(code);
      if (code === "NOT_UTF8") {
        surroundings.say(`line ${details?.["line"]}: not UTF-8; in Excel: Save as, "CSV UTF-8 (comma delimited)"`);
      }
      const problems = "problems" in imported.error ? imported.error.problems : [];
      for (const { line, column, code, value } of problems) {
        const where = column === null ? `line ${line}` : `line ${line}, ${column}`;
        surroundings.say(value === "" ? `${where}: ${code}` : `${where}: ${code} (${value})`);
      }
      surroundings.endWith(exitCodes.answerIsNo);
    });
}
