// The verbs of `npm run -s plenaria -- mail …`.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import type { Surroundings } from "#app/platform/command-line/surroundings.ts";
import { CommandLineProblem } from "#app/platform/command-line/surroundings.ts";
import { whenMailReturned } from "#app/reactions.server.ts";
import { importBounces } from "./commands/import-bounces.server.ts";

const examples = `
The path is one message (.eml) or a folder with one message in each file, such as the "new" folder of a Maildir. Reports of returned mail
(RFC 3464) and of complaints (RFC 5965) about mails of this installation mark them as returned; everything else is left alone. The same file again changes nothing.
With PLENARIA_BOUNCE_ADDRESS=bounces@example.org every mail has its own return path, bounces+TOKEN@example.org, by which a report is recognised
even where it carries nothing of the mail. Have your mail server put what comes to all of them into one mailbox.

Exit: 0 done, 2 a path that cannot be read.

Example:
  npm run -s plenaria -- mail bounce-import /var/mail/bounces/new --json`;

/** Adds "mail" and its verbs to the program. */
export function registerMailCommands(program: Command, surroundings: Surroundings): void {
  program
    .command("mail")
    .description("mails that left")
    .command("bounce-import")
    .description("read reports of returned mail")
    .argument("<path>", "a message, or a folder of messages")
    .option("--json", "answer with the counts as one JSON object on standard output")
    .addHelpText("after", examples)
    .action(async (path: string, { json }: { readonly json?: boolean }) => {
      const messages = readMessages(surroundings.pathOf(path));
      const counts = await importBounces(await surroundings.openContext(), messages, whenMailReturned);
      if (json === true) surroundings.answer(JSON.stringify(counts));
      else
        surroundings.answer(`${counts.bounced} mails were returned; ${counts.ignored} messages were something else.`);
    });
}

function readMessages(path: string): Uint8Array[] {
  if (!existsSync(path)) {
    throw new CommandLineProblem({
      what: `There is nothing at ${path}.`,
      remedy: "Give a message or a folder of messages.",
    });
  }
  if (!statSync(path).isDirectory()) return [readFileSync(path)];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(path, name)));
}
