// What is disputed, what was decided, and whether it could change the result: /elections/:electionId/disputes
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { linkToArchive, linkToBoxArchive } from "../../../links.ts";
import { headingOf, openPublicElection } from "../../../routes/public-election.server.ts";
import { ElectionPage } from "../../../ui/public/election-page.tsx";
import { findDisputeBounds } from "../../queries/dispute-bound.server.ts";
import { listDisputes } from "../../queries/disputes.server.ts";
import { DisputeCard } from "../../ui/dispute-card.tsx";

export const handle: PageHandle = { title: "elections:disputes.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const bounds = await findDisputeBounds(context, election.id);
  return {
    election: headingOf(election),
    disputes: await listDisputes(context, election.id),
    bounds: bounds.map((bound) => ({
      ...bound,
      title: election.contests.find(({ id }) => id === bound.contestId)?.title ?? election.title,
    })),
  };
}

export default function Disputes() {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  const language = useLanguage();
  const { election, disputes, bounds } = useLoaderData<typeof loader>();
  const isLeftOut = disputes.some(({ state }) => state === "excluded");
  return (
    <ElectionPage election={election} part={t("disputes.title")} lead={t("disputes.lead")}>
      {bounds.length === 0 ? null : (
        <Section title={t("disputes.bound.title")} lead={t("disputes.bound.lead")}>
          <div className="space-y-3">
            {bounds.map(({ contestId, title, couldChange, swing, margin }) => (
              <Panel key={contestId} tone={couldChange ? "warning" : "success"} title={inLanguage(title, language)}>
                <p>
                  {margin === null
                    ? t("disputes.bound.nobodyElse")
                    : t(couldChange ? "disputes.bound.yes" : "disputes.bound.no", {
                        swing: number(swing),
                        margin: number(margin),
                      })}
                </p>
              </Panel>
            ))}
          </div>
        </Section>
      )}
      {isLeftOut ? (
        <Section title={t("disputes.archives.title")} lead={t("disputes.archives.lead")}>
          <div className="flex flex-wrap gap-3">
            <LinkButton reloadDocument to={linkToArchive(election.id)}>
              {t("disputes.archives.count")}
            </LinkButton>
            <LinkButton reloadDocument to={linkToBoxArchive(election.id)}>
              {t("disputes.archives.box")}
            </LinkButton>
          </div>
        </Section>
      ) : null}
      <Section title={t("disputes.all")}>
        {disputes.length === 0 ? <EmptyState title={t("disputes.none")}>{t("disputes.noneText")}</EmptyState> : null}
        <ul className="space-y-4">
          {disputes.map((dispute) => (
            <li key={dispute.id}>
              <DisputeCard dispute={dispute} />
            </li>
          ))}
        </ul>
      </Section>
    </ElectionPage>
  );
}
