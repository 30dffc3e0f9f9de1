// The list of elections: /elections
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import type { ElectionPhase } from "../../domain/phase.ts";
import { listElections } from "../../queries/elections.server.ts";
import type { ElectionSummary } from "../../queries/elections.server.ts";
import { ElectionCard } from "../../ui/public/election-card.tsx";

export const handle: PageHandle = { title: "elections:public.list.title" };

export async function loader(args: LoaderFunctionArgs) {
  return { elections: await listElections(await openVisitorDoor(args)) };
}

/** What asks for somebody's attention stands first. */
const urgency = ["open", "counting", "sealed", "preparing"] as readonly ElectionPhase[];

function isPast(phase: ElectionPhase): boolean {
  return phase === "result" || phase === "cancelled";
}

export default function Elections() {
  const { elections } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const past = elections.filter(({ phase }) => isPast(phase));
  const current = elections
    .filter(({ phase }) => !isPast(phase))
    .sort((left, right) => urgency.indexOf(left.phase) - urgency.indexOf(right.phase));
  return (
    <Page title={t("public.list.title")} lead={t("public.list.lead")}>
      {elections.length === 0 ? (
        <EmptyState title={t("public.list.none")}>{t("public.list.noneText")}</EmptyState>
      ) : null}
      {current.length > 0 ? <ElectionList title={t("public.list.current")} elections={current} /> : null}
      {past.length > 0 ? <ElectionList title={t("public.list.past")} elections={past} /> : null}
    </Page>
  );
}

function ElectionList({
  title,
  elections,
}: {
  readonly title: string;
  readonly elections: readonly ElectionSummary[];
}) {
  return (
    <Section title={title}>
      <ul className="grid gap-4 md:grid-cols-2">
        {elections.map((election) => (
          <li key={election.id}>
            <ElectionCard election={election} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
