// election acta: draws the acta of an audit bundle as PDF; needs no database. Whether the bundle is true, `election audit` says.
import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { exitCodes } from "#app/platform/command-line/surroundings.ts";
import { isLanguage } from "#app/platform/language/languages.ts";

export function registerActa(election: Command, surroundings: Surroundings): void {
  election
    .command("acta")
    .argument("<bundle>", "the election's audit bundle, <id>.zip")
    .description("draw the acta (minutes) as PDF from an audit bundle alone")
    .option("--language <language>", "es, en or pt", "es")
    .requiredOption("--output <file>", "where the PDF is written")
    .addHelpText(
      "after",
      "\nExample:\n  npm run -s plenaria -- election acta board.zip --language es --output acta.pdf",
    )
    .action(async (bundle: string, { language, output }: { language: string; output: string }) => {
      const { actaOf } = await import("#app/modules/certificates/domain/acta/acta-content.ts");
      const { drawActa } = await import("#app/modules/certificates/domain/acta/draw-acta.server.ts");
      const acta = isLanguage(language) ? actaOf(await readFile(surroundings.pathOf(bundle)), language) : undefined;
      if (acta === undefined) {
        surroundings.say(
          isLanguage(language)
            ? `${bundle} is not an audit bundle. Give the file as it was downloaded from the result's page.`
            : `${language} is not es, en or pt.`,
        );
        return surroundings.endWith(exitCodes.unusableInput);
      }
      await writeFile(surroundings.pathOf(output), await drawActa(acta));
      surroundings.say(`written: ${output}`);
    });
}
