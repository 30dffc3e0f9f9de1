// The calendar of an election for everybody: /elections/:electionId/calendar
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findCalendar } from "#app/modules/calendars/index.server.ts";
import { CalendarFacts, stagesToJson } from "#app/modules/calendars/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/instant.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCalendarFeed } from "../../links.ts";
import { ElectionPage } from "../../ui/public/election-page.tsx";
import { headingOf, openPublicElection } from "../public-election.server.ts";

export const handle: PageHandle = { title: "calendars:page.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, election } = await openPublicElection(args);
  const calendar = await findCalendar(context, election.id);
  const { publishedAt = null, changedAt = null } = calendar ?? {};
  const hasChanged = publishedAt !== null && changedAt !== null && changedAt > publishedAt;
  return {
    election: headingOf(election),
    voting: { opensAt: election.opensAt, closesAt: election.closesAt },
    stages: publishedAt === null ? null : stagesToJson(calendar?.stages ?? []),
    cancelledAt: election.cancelledAt,
    changedAt: hasChanged ? changedAt.toISOString() : null,
    now: context.clock.now().toISOString(),
    baseUrl: context.settings.baseUrl,
  };
}

export default function ElectionCalendar() {
  const { t } = useTranslation("calendars");
  const language = useLanguage();
  const { election, voting, stages, changedAt, cancelledAt, now, baseUrl } = useLoaderData<typeof loader>();
  return (
    <ElectionPage election={election} part={t("page.title")} lead={t("page.lead")}>
      {stages === null ? (
        <EmptyState title={t("page.none")}>
          <p>
            {t("page.noneText")} <Instant at={voting.opensAt} /> – <Instant at={voting.closesAt} />
          </p>
        </EmptyState>
      ) : (
        <CalendarFacts
          stages={stages}
          now={now}
          changedAt={changedAt}
          cancelledAt={cancelledAt}
          feedUrl={`${baseUrl}${linkToCalendarFeed(election.id, language)}`}
        />
      )}
    </ElectionPage>
  );
}
