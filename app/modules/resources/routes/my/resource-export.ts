// What I manage and searched for, as a CSV file that is written while it is sent.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark, csvLine } from "#app/lib/csv/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { writeAsn } from "../../domain/autonomous-system.ts";
import type { NetworkLine, SystemLine } from "../../domain/resource-line.ts";
import { forEachResourcePage } from "../../queries/my-resources.server.ts";
import { resourceSearchOf } from "../resource-search.server.ts";

const header = [
  ...["resource", "status", "name", "holder_handle", "holder_name", "technical_contact", "origin_asn"],
  ...["registered_on", "used_share"],
];

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const { query } = resourceSearchOf(args.request);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  // Why not awaited: the answer begins before the last network has been read.
  writeAll(context, query, (text) => writer.write(new TextEncoder().encode(text))).then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  return new Response(readable, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="resources.csv"',
      "Cache-Control": "no-store",
    },
  });
}

async function writeAll(context: PersonContext, query: string, write: (text: string) => Promise<void>): Promise<void> {
  await write(csvByteOrderMark + csvLine(header));
  await forEachResourcePage(context, { scope: { accountId: context.actor.accountId }, query }, async (page) => {
    await write([...page.networks.map(networkCells), ...page.systems.map(systemCells)].map(csvLine).join(""));
  });
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
