// The booth: /my/elections/:electionId/vote
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { listBoothEntries } from "../../queries/booth.server.ts";
import { linkToBallots } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import type { BoothElection } from "../../ui/booth/booth-election.ts";
import { BoothPage } from "../../ui/booth/booth-page.tsx";

export const handle: PageHandle<{ readonly election: { readonly title: Trilingual } } | undefined> = {
  title: ({ loaded, t, language }) =>
    t("elections:booth.title", { title: loaded === undefined ? "" : inLanguage(loaded.election.title, language) }),
};

export function headers() {
  return { "Cache-Control": "no-store" };
}

/** Why never: an answer that sends a signed-out voter to the sign-in page would take her choices away. */
export function shouldRevalidate(): boolean {
  return false;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.reached === "draft") throw new Response(null, { status: 404 });
  const entries = await listBoothEntries(context, { electionId: election.id, accountId: context.actor.accountId });
  const { id, title, isTest, phase, group, opensAt, closesAt, contests } = election;
  const now = context.clock.now().toISOString();
  const electionPayload = election.electionPayload ?? "";
  const booth: BoothElection = { id, title, isTest, phase, group, opensAt, closesAt, contests, electionPayload, now };
  return { election: booth, entries, accountId: context.actor.accountId };
}

export default function BoothRoute() {
  const { election, entries, accountId } = useLoaderData<typeof loader>();
  const channel = { kind: "account", accountId, ballotsAddress: linkToBallots(election.id) } as const;
  // Why the key: another election is another booth, with nothing of the one before.
  return <BoothPage key={election.id} election={election} entries={entries} channel={channel} />;
}
