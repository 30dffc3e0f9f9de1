// One AS number: its holder, its contacts, its history.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { writeAsn } from "../../domain/autonomous-system.ts";
import { linkToMyResources } from "../../links.ts";
import { systemOverview } from "../../queries/network-overview.server.ts";
import { SystemSections } from "../../ui/network-sections.tsx";
import { ResourceDone } from "../../ui/resource-done.tsx";
import { openSystemPage } from "../opened-resource.server.ts";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ loaded }) => writeAsn(loaded.system.asn),
};

export async function loader(args: LoaderFunctionArgs) {
  const { context, system } = await openSystemPage(args);
  const done = new URL(args.request.url).searchParams.get("done");
  return { system: await systemOverview(context, system), done };
}

export default function AutonomousSystemPage() {
  const { t } = useTranslation("resources");
  const { system, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<span className="font-mono">{writeAsn(system.asn)}</span>}
      lead={system.holder.name}
      breadcrumbs={[{ label: t("mine.title"), to: linkToMyResources() }]}
    >
      <ResourceDone done={done} />
      <SystemSections system={system} />
    </Page>
  );
}
