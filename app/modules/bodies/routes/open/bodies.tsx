// The bodies of the association and who is in office, for everybody: /bodies
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToBody } from "../../links.ts";
import { listBodyOverviews } from "../../queries/body-overview.server.ts";
import { HoldersTable } from "../../ui/holders-table.tsx";
import { SeatCount } from "../../ui/seat-count.tsx";

export const handle: PageHandle = { title: "bodies:page.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  return { overviews: await listBodyOverviews(context, utcDay(context.clock.now())) };
}

export default function Bodies() {
  const { t } = useTranslation("bodies");
  const language = useLanguage();
  const { overviews } = useLoaderData<typeof loader>();
  return (
    <Page title={t("page.title")} lead={t("page.lead")}>
      {overviews.map((overview) => {
        const name = inLanguage(overview.body.names, language);
        return (
          <Section
            key={overview.body.key}
            title={name}
            lead={<SeatCount overview={overview} />}
            actions={<TextLink to={linkToBody(overview.body.key)}>{t("page.more", { name })}</TextLink>}
          >
            <HoldersTable caption={name} terms={overview.inOffice} />
          </Section>
        );
      })}
    </Page>
  );
}
