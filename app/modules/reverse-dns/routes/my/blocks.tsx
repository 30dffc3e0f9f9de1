// The blocks whose reverse zones I may delegate: /my/reverse-dns
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToMyResources } from "#app/modules/resources/index.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Table } from "#app/ui/table.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { blocksOnPage, findPageOfBlock, listMyBlocks } from "../../queries/my-blocks.server.ts";

export const handle: PageHandle = { title: "reverse-dns:blocks.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const sought = new URL(args.request.url).searchParams.get("of")?.slice(0, 60) ?? "";
  const page = sought === "" ? undefined : await findPageOfBlock(context, sought);
  if (page !== undefined) return redirect(page);
  const blocks = await listMyBlocks(context);
  return { blocks, sought, isCut: blocks.length === blocksOnPage };
}

export default function Blocks() {
  const { t } = useTranslation("reverse-dns");
  const { blocks, sought, isCut } = useLoaderData<typeof loader>();
  return (
    <Page title={t("blocks.title")} lead={t("blocks.lead")}>
      <FormProblems problems={sought === "" ? [] : [{ field: "of", sentence: t("blocks.notYours", { sought }) }]} />
      <Section title={t("blocks.list")} lead={isCut ? t("blocks.cut", { most: blocks.length }) : undefined}>
        <Table
          caption={t("blocks.list")}
          isCaptionHidden
          rows={blocks}
          rowKey={({ prefix }) => prefix}
          empty={
            <EmptyState
              title={t("blocks.none")}
              action={<LinkButton to={linkToMyResources()}>{t("blocks.whoManages")}</LinkButton>}
            >
              {t("blocks.noneHint")}
            </EmptyState>
          }
          columns={[
            {
              key: "block",
              header: t("columns.block"),
              cell: ({ prefix, to }) => (
                <TextLink to={to} className="tabular">
                  {prefix}
                </TextLink>
              ),
            },
            { key: "holder", header: t("columns.holder"), cell: ({ holder }) => holder },
            {
              key: "delegated",
              header: t("columns.delegated"),
              cell: ({ zones, delegated }) =>
                zones === 0 ? t("blocks.tooSmall") : t("blocks.delegated", { delegated, zones }),
            },
            {
              key: "state",
              header: t("columns.state"),
              cell: ({ delegated, inTrouble }) => <StateOfBlock delegated={delegated} inTrouble={inTrouble} />,
            },
          ]}
        />
      </Section>
      <Section title={t("blocks.find")} lead={t("blocks.findLead")}>
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <TextField name="of" label={t("blocks.of")} defaultValue={sought} autoComplete="off" required />
          <SubmitButton variant="secondary">{t("blocks.go")}</SubmitButton>
        </Form>
      </Section>
    </Page>
  );
}

function StateOfBlock({ delegated, inTrouble }: { readonly delegated: number; readonly inTrouble: number }) {
  const { t } = useTranslation("reverse-dns");
  if (delegated === 0) return <Badge>{t("states.none")}</Badge>;
  if (inTrouble > 0) return <Badge tone="warning">{t("states.trouble", { count: inTrouble })}</Badge>;
  return <Badge tone="success">{t("states.good")}</Badge>;
}
