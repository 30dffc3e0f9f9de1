// The booth behind the open door, for voters without an account: /vote/:electionId
// The link of the mail carries the voting code behind the "#", which no browser sends; see docs/decisions/0010.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { linkToEntryOfCode, linkToOpenBallots } from "../../links.ts";
import type { BoothElection } from "../../ui/booth/booth-election.ts";
import { BoothPage } from "../../ui/booth/booth-page.tsx";
import { openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle<{ readonly election: { readonly title: Trilingual } } | undefined> = {
  title: ({ loaded, t, language }) =>
    t("elections:booth.title", { title: loaded === undefined ? "" : inLanguage(loaded.election.title, language) }),
};

export function headers() {
  // Why no policy for referrers of its own: with "no-referrer" a browser says "Origin: null" of a form, which is refused as foreign. The code behind
  // the "#" is in no referrer, and other sites get none (processes/web.ts).
  return { "Cache-Control": "no-store" };
}

/** Why never: nothing that the server could say anew is worth the voter's choices. */
export function shouldRevalidate(): boolean {
  return false;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const { id, title, isTest, phase, group, opensAt, closesAt, contests } = election;
  const now = context.clock.now().toISOString();
  const electionPayload = election.electionPayload ?? "";
  const booth: BoothElection = { id, title, isTest, phase, group, opensAt, closesAt, contests, electionPayload, now };
  return { election: booth };
}

export default function OpenBoothRoute() {
  const { election } = useLoaderData<typeof loader>();
  const channel = {
    kind: "link",
    ballotsAddress: linkToOpenBallots(election.id),
    entryAddress: linkToEntryOfCode(election.id),
  } as const;
  return <BoothPage key={election.id} election={election} entries={[]} channel={channel} />;
}
