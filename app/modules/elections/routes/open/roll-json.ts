// The whole public roll as JSON: /elections/:electionId/roll.json
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerRollFile } from "../roll-file.server.ts";

export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerRollFile(args, {
    extension: "json",
    contentType: "application/json; charset=utf-8",
    write: (roll) => JSON.stringify(roll),
  });
}
