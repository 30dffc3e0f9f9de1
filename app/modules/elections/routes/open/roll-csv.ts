// The whole public roll as a spreadsheet: /elections/:electionId/roll.csv
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import { listWholeRoll } from "../../queries/roll-export.server.ts";
import { requireRollPublic } from "../../queries/roll-publication.server.ts";
import { openPublicElection } from "../public-election.server.ts";

const columns = [
  "handle",
  "name",
  "country",
  "class",
  "category",
  "votes",
  "ruleVersion",
  "channel",
  "privateHash",
  "leafHash",
] as const;

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, election } = await openPublicElection(args);
  await requireRollPublic(context, election);
  const roll = await listWholeRoll(context, election.id);
  if (roll === undefined) throw new Response(null, { status: 404 });
  const lines = roll.entries.map((entry) => csvLine(columns.map((column) => entry[column])));
  return new Response(`${csvByteOrderMark}${csvLine([...columns])}${lines.join("")}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="roll-${election.id}-v${roll.rollVersion}.csv"`,
    },
  });
}
