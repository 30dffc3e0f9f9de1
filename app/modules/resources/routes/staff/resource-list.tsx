// All networks and AS numbers of the register, found by address, block, AS number, holder or name.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { linkToRegister } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findResourceLines } from "../../queries/my-resources.server.ts";
import { FoundResources } from "../../ui/found-resources.tsx";
import { ResourceDone } from "../../ui/resource-done.tsx";
import { resourceSearchOf } from "../resource-search.server.ts";

export const handle: PageHandle = { title: "resources:everything.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["resources:read-register"].slice() });
  const search = resourceSearchOf(args.request);
  const done = new URL(args.request.url).searchParams.get("done");
  return { ...(await findResourceLines(context, { scope: "everything", ...search })), query: search.query, done };
}

export default function AllResources() {
  const { t } = useTranslation("resources");
  const { query, networks, systems, isCut, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("everything.title")}
      lead={t("everything.lead")}
      breadcrumbs={[{ label: t("register.title"), to: linkToRegister() }]}
    >
      <ResourceDone done={done} />
      <SearchField label={t("register.search")} description={t("mine.searchHint")} defaultValue={query} />
      <FoundResources query={query} networks={networks} systems={systems} isCut={isCut} />
    </Page>
  );
}
