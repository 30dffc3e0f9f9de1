// What I manage and searched for, as a CSV file that is written while it is sent.
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerCsv } from "#app/platform/http/file-answer.server.ts";
import { writeAsn } from "../../domain/autonomous-system.ts";
import type { NetworkLine, SystemLine } from "../../domain/resource-line.ts";
import { readAllResources } from "../../queries/my-resources.server.ts";
import { resourceSearchOf } from "../resource-search.server.ts";

const header = [
  ...["resource", "status", "name", "holder_handle", "holder_name", "technical_contact", "origin_asn"],
  ...["registered_on", "used_share"],
];

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args);
  const { query } = resourceSearchOf(args.request);
  return answerCsv("resources", header, linesOf(context, query));
}

async function* linesOf(context: PersonContext, query: string): AsyncGenerator<(string | number)[][]> {
  for await (const page of readAllResources(context, { scope: { accountId: context.actor.accountId }, query }))
    yield [...page.networks.map(networkCells), ...page.systems.map(systemCells)];
}

function networkCells(line: NetworkLine): (string | number)[] {
  const { prefix, status, name, holder, technicalContact, originAsn, registeredOn, use } = line;
  return [
    ...[prefix, status, name, holder.handle, holder.name, technicalContact?.userId ?? ""],
    ...[originAsn === null ? "" : writeAsn(originAsn), registeredOn, use?.share ?? ""],
  ];
}

function systemCells({ asn, status, holder, routingContact, registeredOn }: SystemLine): string[] {
  return [
    ...[writeAsn(asn), status, "", holder.handle, holder.name, routingContact?.userId ?? "", "", registeredOn, ""],
  ];
}
