// What every public page of one election opens with: the visitor's door, the election, or a page that does not exist.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import type { ElectionView } from "../queries/elections.server.ts";
import { findElection } from "../queries/elections.server.ts";
import { isAnnounced } from "../queries/is-announced.server.ts";

export interface PublicElection {
  readonly context: Context;
  readonly election: ElectionView;
}

export async function openPublicElection(args: LoaderFunctionArgs): Promise<PublicElection> {
  const context = await openVisitorDoor(args);
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  if (!(await isAnnounced(context, election))) throw new Response(null, { status: 404 });
  return { context, election };
}

/** The page that was asked for in a long list. */
export function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get("page") ?? "1");
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** What the heading of every page of the election shows. */
export function headingOf({ id, title, isTest, phase, reached, hasCall }: ElectionView) {
  return { id, title, isTest, phase, reached, hasCall };
}
