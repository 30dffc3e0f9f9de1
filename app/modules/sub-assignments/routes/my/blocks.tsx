// The blocks of which I may give parts on.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToMyResources } from "#app/modules/resources/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { linkToSubAssignments } from "../../links.ts";
import { listMyBlocks } from "../../queries/my-blocks.server.ts";

export const handle: PageHandle = { title: "sub-assignments:blocks.title" };

export async function loader(args: LoaderFunctionArgs) {
  return { blocks: await listMyBlocks(await openDoor(args)) };
}

export default function Blocks() {
  const { t } = useTranslation("sub-assignments");
  const { number, percent } = useFormats();
  const { blocks } = useLoaderData<typeof loader>();
  return (
    <Page title={t("blocks.title")} lead={t("blocks.lead")}>
      <Table
        caption={t("blocks.title")}
        isCaptionHidden
        rows={blocks}
        rowKey={({ prefix }) => prefix}
        empty={
          <EmptyState
            title={t("blocks.none")}
            action={<LinkButton to={linkToMyResources()}>{t("blocks.whoManages")}</LinkButton>}
          >
            {t("blocks.noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "prefix",
            header: t("columns.block"),
            cell: ({ prefix }) => <TextLink to={linkToSubAssignments(prefix)}>{prefix}</TextLink>,
          },
          { key: "holder", header: t("columns.holder"), cell: ({ holder }) => holder },
          {
            key: "count",
            header: t("columns.count"),
            align: "end",
            cell: ({ subAssignments }) => number(subAssignments),
          },
          { key: "given", header: t("columns.given"), align: "end", cell: ({ given }) => percent(given / 1000) },
        ]}
      />
    </Page>
  );
}
