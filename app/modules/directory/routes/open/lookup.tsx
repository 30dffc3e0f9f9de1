// Who holds this address, prefix or AS number, and whom to write to: /lookup
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { networkOf, openVisitorDoor } from "#app/modules/accounts/index.server.ts";
import { namesAttribution } from "#app/modules/organizations/index.server.ts";
import { NamesAttribution } from "#app/modules/organizations/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { directoryOfPages, lookUp } from "../../queries/look-up.server.ts";
import { LookedUp } from "../../ui/looked-up.tsx";
import { LookupField } from "../../ui/lookup-field.tsx";

export const handle: PageHandle = { title: "directory:page.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openVisitorDoor(args);
  const typed = (new URL(args.request.url).searchParams.get("query") ?? "").trim().slice(0, 100);
  const { directory = directoryOfPages(args.context.ground), clientAddress } = args.context;
  const outcome =
    typed === "" ? undefined : await lookUp(context, directory, { typed, client: networkOf(clientAddress) });
  return { typed, outcome, attribution: await namesAttribution(context) };
}

export default function Lookup() {
  const { t } = useTranslation("directory");
  const { typed, outcome, attribution } = useLoaderData<typeof loader>();
  return (
    <Page title={t("page.title")} lead={t("page.lead")}>
      <LookupField key={typed} typed={typed} />
      {outcome === undefined ? null : outcome.kind === "found" ? (
        <LookedUp {...outcome} />
      ) : outcome.kind === "too-many" ? (
        <Panel tone="warning" title={t("tooMany.title")}>
          {t("tooMany.text", { seconds: outcome.seconds })}
        </Panel>
      ) : (
        <EmptyState title={t(`${outcome.kind}.title`, { typed })}>{t(`${outcome.kind}.text`)}</EmptyState>
      )}
      {outcome?.kind === "found" ? <NamesAttribution source={attribution} /> : null}
    </Page>
  );
}
