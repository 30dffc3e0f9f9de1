// "Information": one of the organisations that I act for.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findOrganizationByHandle, rolesOfPersonIn } from "#app/modules/organizations/index.server.ts";
import { linkToMyOrganizations } from "#app/modules/organizations/index.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { organizationOverview } from "../../queries/organization-overview.server.ts";
import { DoneMessage } from "../../ui/done-message.tsx";
import { OrganizationSections } from "../../ui/organization-sections.tsx";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ loaded }) => loaded.organization.name,
};

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const organization = await findOrganizationByHandle(context, args.params["handle"] ?? "");
  const roles = organization ? await rolesOfPersonIn(context, context.actor.accountId, organization.id) : [];
  // Why 404 for both: whether an organisation exists is nothing to somebody who does not act for it.
  if (organization === undefined || roles.length === 0) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const overview = await organizationOverview(context, organization, search.get("on"));
  return { ...overview, roles, done: search.get("done") };
}

export default function MyOrganization() {
  const { t } = useTranslation("organizations");
  const { t: tMembership } = useTranslation("membership");
  const { roles, done, ...overview } = useLoaderData<typeof loader>();
  const { organization } = overview;
  return (
    <Page
      title={organization.name}
      lead={
        <>
          <span className="font-mono">{organization.handle}</span> ·{" "}
          {roles.map((role) => t(`roles.${role}`)).join(" · ")}
        </>
      }
      breadcrumbs={[{ label: tMembership("my.title"), to: linkToMyOrganizations() }]}
    >
      <DoneMessage done={done} />
      <OrganizationSections overview={overview} mayEdit={roles.includes("administrative")} />
    </Page>
  );
}
