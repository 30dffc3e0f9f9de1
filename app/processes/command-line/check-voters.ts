// election roll-check: reads a list of voters from outside the register and takes nothing; every fault is printed with its line.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { exitCodes } from "#app/platform/command-line/surroundings.ts";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";

/** Adds the verb "roll-check". No shell imports a list: that takes two people, on the page of the list. */
export function registerRollCheck(election: Command, surroundings: Surroundings): void {
  election
    .command("roll-check")
    .argument("<election>", "the election's id")
    .argument("<file>", "the list in CSV")
    .description("check a list of voters from outside the register; two people import it on its page")
    .addHelpText(
      "after",
      "\nIndividuals: name,email,language,country\nOrganisations of a national registry: handle,organization_name,contact,email,language,country,votes\n\nExample:\n  npm run -s plenaria -- election roll-check YN8CqVJniB7teg voters.csv",
    )
    .action(async (electionId: string, file: string) => {
      const { readVoters } = await import("#app/modules/elections/index.server.ts");
      const csv = readFileSync(surroundings.pathOf(file));
      const read = await readVoters(await surroundings.openContext(), { electionId, csv });
      if (read.ok) {
        surroundings.answer(`${read.value.voters.length} voters`);
        return;
      }
      const { code, details } = read.error;
      surroundings.say(code);
      if (code === "NOT_UTF8") {
        surroundings.say(`line ${details?.["line"]}: not UTF-8; in Excel: Save as, "CSV UTF-8 (comma delimited)"`);
      }
      const problems = "problems" in read.error ? read.error.problems : [];
      for (const { line, column, code, value } of problems) {
        const where = column === null ? `line ${line}` : `line ${line}, ${column}`;
        surroundings.say(value === "" ? `${where}: ${code}` : `${where}: ${code} (${value})`);
      }
      surroundings.endWith(exitCodes.answerIsNo);
    });
}
