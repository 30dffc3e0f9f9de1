// The whole public roll as a spreadsheet: /elections/:electionId/roll.csv
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import type { WholeRoll } from "../../queries/roll-export.server.ts";
import { answerRollFile } from "../roll-file.server.ts";

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

export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerRollFile(args, { extension: "csv", contentType: "text/csv; charset=utf-8", write });
}

function write({ entries }: WholeRoll): string {
  const lines = entries.map((entry) => csvLine(columns.map((column) => entry[column])));
  return `${csvByteOrderMark}${csvLine([...columns])}${lines.join("")}`;
}
