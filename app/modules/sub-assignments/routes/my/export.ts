// The sub-assignments of a block as a CSV file.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerCsv } from "#app/platform/http/file-answer.server.ts";
import { NotPermitted } from "#app/platform/permissions/actor.ts";
import { findSubAssignments } from "../../queries/sub-assignments.server.ts";
import { openBlock } from "../act-page.server.ts";

const header = [
  "range",
  "customer",
  "owner_id",
  "name",
  "status",
  "residential",
  "assigned_on",
  "days_to_register",
  "late",
];

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { context, block } = await openBlock(args).catch((error: unknown) => {
    // Why here: a failure of an address without a page would be answered as a fault of ours.
    if (error instanceof NotPermitted) throw new Response(null, { status: 403 });
    throw error;
  });
  const query = (new URL(args.request.url).searchParams.get("query") ?? "").slice(0, 100);
  const lines = await findSubAssignments(context, block, { query });
  const cells = lines.map((line) => [
    ...[line.prefix, line.customer, line.handle, line.name, line.status, line.isResidential ? "yes" : "no"],
    ...[line.assignedOn, line.daysTaken === null ? "" : String(line.daysTaken), line.isLate ? "yes" : "no"],
  ]);
  return answerCsv("sub-assignments", header, [cells]);
}
