// One network: its holder, its contacts, how it is used, its history, and what can be done with it.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findNetwork, maySeeNetwork, networkOverview } from "#app/modules/resources/index.server.ts";
import { linkToMyResources, NetworkSections, ResourceDone } from "#app/modules/resources/index.ts";
import { findPageOfBlock } from "#app/modules/reverse-dns/index.server.ts";
import { linkToSubAssignments } from "#app/modules/sub-assignments/links.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ loaded }) => loaded.network.prefix,
};

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const network = await findNetwork(context, { id: args.params["networkId"] ?? "" });
  // Why 404 for both: whose page it is, is nothing to strangers.
  if (network === undefined || !(await maySeeNetwork(context, network))) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const page = Math.trunc(Number(search.get("page"))) || 1;
  return {
    network: await networkOverview(context, network, page),
    reverseDnsAt: (await findPageOfBlock(context, formatPrefix(network.prefix))) ?? null,
    done: search.get("done"),
  };
}

export default function NetworkPage() {
  const { t } = useTranslation("resources");
  const { network, reverseDnsAt, done } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<span className="break-all font-mono">{network.prefix}</span>}
      lead={[network.name, network.holder.name].filter((word) => word !== "").join(" · ")}
      breadcrumbs={[{ label: t("mine.title"), to: linkToMyResources() }]}
      actions={
        <>
          {network.mayManage && network.use !== null ? (
            <LinkButton to={linkToSubAssignments(network.prefix)}>{t("sub-assignments:blocks.title")}</LinkButton>
          ) : null}
          {reverseDnsAt === null ? null : <LinkButton to={reverseDnsAt}>{t("reverse-dns:blocks.title")}</LinkButton>}
        </>
      }
    >
      <ResourceDone done={done} />
      <NetworkSections network={network} />
    </Page>
  );
}
