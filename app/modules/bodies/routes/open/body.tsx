// One body for everybody: who is in office, whom the caps bar, the rules of today and over time: /bodies/:bodyKey
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToBodies } from "../../links.ts";
import { listBodies } from "../../queries/bodies.server.ts";
import { bodyOverview } from "../../queries/body-overview.server.ts";
import { CapReasons } from "../../ui/cap-reasons.tsx";
import { HoldersTable } from "../../ui/holders-table.tsx";
import { RulesList } from "../../ui/rules-list.tsx";
import { RulesVersions } from "../../ui/rules-versions.tsx";
import { SeatCount } from "../../ui/seat-count.tsx";

export const handle: PageHandle<{ readonly overview: { readonly body: { readonly names: Trilingual } } } | undefined> =
  {
    title: ({ loaded, language }) => (loaded === undefined ? "" : inLanguage(loaded.overview.body.names, language)),
  };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const overview = await bodyOverview(context, args.params["bodyKey"] ?? "", utcDay(context.clock.now()));
  if (overview === undefined || overview.body.key === "other") throw new Response(null, { status: 404 });
  return { overview, bodies: await listBodies(context) };
}

export default function Body() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { overview, bodies } = useLoaderData<typeof loader>();
  const { body, rules, versions, inOffice, future, past, on } = overview;
  return (
    <Page
      title={inLanguage(body.names, language)}
      lead={<SeatCount overview={overview} />}
      breadcrumbs={[{ label: t("page.title"), to: linkToBodies() }]}
    >
      <Section title={t("page.inOffice")}>
        <HoldersTable caption={t("page.inOffice")} terms={inOffice} />
      </Section>
      {future.length === 0 ? null : (
        <Section title={t("page.future")}>
          <HoldersTable caption={t("page.future")} terms={future} />
        </Section>
      )}
      <Section title={t("page.caps")} lead={t("page.capsLead")}>
        <CapReasons citizenships={overview.citizenships} employers={overview.employers} />
      </Section>
      {rules === undefined ? null : (
        <Section title={t("page.rules")}>
          <RulesList version={rules} bodies={bodies} />
        </Section>
      )}
      <Section title={t("page.history")}>
        <RulesVersions versions={versions} inForce={rules?.id} today={on} bodies={bodies} />
      </Section>
      {past.length === 0 ? null : (
        <Section title={t("page.past")}>
          <HoldersTable caption={t("page.past")} terms={past} />
        </Section>
      )}
    </Page>
  );
}
