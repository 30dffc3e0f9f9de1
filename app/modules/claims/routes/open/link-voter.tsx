// A voter without an account: her entry on the roll with its proof, and her claims: /vote/:electionId/roll
// The mail's code stands behind the "#", which no browser sends; the page shows a key that it made of it (decision 0010).
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { linkToElection, OnlyAwake } from "#app/modules/elections/index.ts";
import { findRollProofByLink, openLinkDoor, openPublicElection } from "#app/modules/elections/index.server.ts";
import type { LinkVoter } from "#app/modules/elections/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkClaimInput } from "../../commands/file-claim.input.ts";
import { fileClaimByLink } from "../../commands/file-claim.server.ts";
import { withdrawClaimByLink } from "../../commands/withdraw-claim.server.ts";
import { claimKinds, groundsOf } from "../../domain/claim-kinds.ts";
import { listClaims } from "../../queries/claims.server.ts";
import { LinkVoterDesk } from "../../ui/link-voter-desk.tsx";
import { kindsNow } from "../claims-page.server.ts";

export const handle: PageHandle = { title: "claims:link.title" };

export function headers() {
  // Why no policy for referrers of its own: with "no-referrer" a browser says "Origin: null" of a form, which is refused as foreign. The code behind
  // the "#" is in no referrer, and other sites get none (processes/web.ts).
  return { "Cache-Control": "no-store" };
}

/** Why never: what the server could say anew of the election is not worth the voter's words. */
export function shouldRevalidate(): boolean {
  return false;
}

export async function loader(args: LoaderFunctionArgs) {
  const { election } = await openPublicElection(args);
  return { election: { id: election.id, title: election.title } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openVisitorDoor(args);
  const electionId = args.params["electionId"] ?? "";
  const { ask = "", secondKey = "", withdraw = "", ...fields } = textFieldsOf(await args.request.formData());
  const opened = await openLinkDoor(context, { electionId, secondKey }, args.context.clientAddress);
  if (!opened.ok) return answerRefusal(opened.error);
  if (ask === "withdraw") {
    const outcome = await withdrawClaimByLink(context, { electionId, secondKey, claimId: withdraw });
    if (!outcome.ok) return answerRefusal(outcome.error);
    return { view: await viewFor(context, electionId, opened.value), withdrawn: outcome.value.number };
  }
  if (ask !== "file") return { view: await viewFor(context, electionId, opened.value), filed: 0 };
  const kind = claimKinds.find((each) => groundsOf[each].some((known) => known === fields["ground"]));
  const input = linkClaimInput.safeParse({ ...fields, electionId, kind: kind ?? "roll" });
  if (!input.success) return answerProblems(input.error);
  const filed = await fileClaimByLink(context, secondKey, input.data);
  if (!filed.ok) return answerRefusal(filed.error);
  return { view: await viewFor(context, electionId, opened.value), filed: filed.value.number };
}

async function viewFor(context: Context, electionId: string, voter: LinkVoter) {
  const { rollEntryId, name, handle: code, isOnRoll, holderNumber } = voter;
  return {
    voter: { rollEntryId, name, handle: code, isOnRoll },
    proof: (await findRollProofByLink(context, voter)) ?? null,
    claims: await listClaims(context, { electionId, for: { rollEntryId, holderNumber } }),
    kinds: await kindsNow(context, electionId),
  };
}

export default function LinkVoterPage() {
  const { election } = useLoaderData<typeof loader>();
  const { t } = useTranslation("claims");
  const title = inLanguage(election.title, useLanguage());
  return (
    <Page
      title={t("link.title")}
      lead={t("link.lead", { title })}
      breadcrumbs={[{ label: title, to: linkToElection(election.id) }]}
    >
      <OnlyAwake>{() => <LinkVoterDesk electionId={election.id} />}</OnlyAwake>
    </Page>
  );
}
