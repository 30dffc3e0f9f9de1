// A member's own entry on the roll with its proof: /my/elections/:electionId/roll
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToElection, linkToOwnRollEntry, linkToRoll, linkToRollProof } from "../../links.ts";
import { findElection } from "../../queries/elections.server.ts";
import { listOwnOmissions } from "../../queries/roll-omissions.server.ts";
import { findRollProof, listProvableEntries } from "../../queries/roll-proof.server.ts";
import { OwnRollEntry } from "../../ui/public/own-roll-entry.tsx";

export const handle: PageHandle = { title: "elections:roll.own.title" };

export function headers() {
  return { "Cache-Control": "no-store" };
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.reached === "draft") throw new Response(null, { status: 404 });
  const wish = { electionId: election.id, accountId: context.actor.accountId };
  const entries = await listProvableEntries(context, wish);
  const asked = new URL(args.request.url).searchParams.get("entry");
  const chosen = entries.find(({ rollEntryId }) => rollEntryId === asked) ?? entries[0];
  const proof =
    chosen === undefined ? undefined : await findRollProof(context, { ...wish, rollEntryId: chosen.rollEntryId });
  return {
    election: { id: election.id, title: election.title },
    entries,
    chosen: chosen?.rollEntryId ?? "",
    proof: proof ?? null,
    omissions: await listOwnOmissions(context, wish),
  };
}

export default function OwnRollEntryPage() {
  const { election, entries, chosen, proof, omissions } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const title = inLanguage(election.title, language);
  return (
    <Page
      title={t("roll.own.title")}
      lead={t("roll.own.lead")}
      breadcrumbs={[
        { label: title, to: linkToElection(election.id) },
        { label: t("public.parts.roll"), to: linkToRoll(election.id) },
      ]}
    >
      {entries.length > 1 ? (
        <nav aria-label={t("roll.own.organizations")}>
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {entries.map(({ rollEntryId, organizationName }) => (
              <li key={rollEntryId} className="min-h-touch content-center">
                {rollEntryId === chosen ? (
                  <strong aria-current="page">{organizationName}</strong>
                ) : (
                  <TextLink to={linkToOwnRollEntry(election.id, rollEntryId)}>{organizationName}</TextLink>
                )}
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {omissions.map(({ handle: organization, name, reasons }) => (
        <Panel key={organization} tone="warning" title={t("roll.own.leftOut", { name })}>
          <ul className="list-disc space-y-1 ps-5">
            {reasons.map((reason) => (
              <li key={reason}>{t(`desk.freeze.reasons.${reason}`, reason)}</li>
            ))}
          </ul>
          <p>{t("roll.own.leftOutWhat")}</p>
        </Panel>
      ))}
      {proof === null ? (
        <EmptyState title={t("roll.own.none")}>{t("roll.own.noneText")}</EmptyState>
      ) : (
        <OwnRollEntry
          key={chosen}
          proof={proof}
          download={
            <LinkButton size="small" reloadDocument download to={linkToRollProof(proof.electionId, chosen)}>
              {t("roll.own.download")}
            </LinkButton>
          }
        />
      )}
    </Page>
  );
}
