// Organisations that are not on the roll, with the reasons, as a spreadsheet for whoever answers their questions.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerCsv } from "#app/platform/http/file-answer.server.ts";
import { findElection } from "../../queries/elections.server.ts";
import { listOmissions } from "../../queries/roll-omissions.server.ts";
import { listLeftOut } from "../../queries/roll-preview.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["administrator", "staff", "auditor"] });
  const found = await findElection(context, args.params["electionId"] ?? "");
  if (found === undefined) throw new Response(null, { status: 404 });
  // Why: a frozen roll tells who stayed out then, not who would stay out today.
  const omissions =
    found.rollFrozenAt === null
      ? (await listLeftOut(context, found.rollDate)).map((right) => ({ ...right, reasons: right.reasonsNot }))
      : await listOmissions(context, found.id);
  const header = ["handle", "name", "country", "class", "category", "votes", "reasons"];
  const lines = omissions.map(({ handle, name, country, class: memberClass, category, votes, reasons }) => [
    ...[handle, name, country, memberClass, category, votes, reasons.join(" ")],
  ]);
  return answerCsv(`left-out-${found.id}-${found.rollDate}`, header, [lines]);
}
