// What was given on inside a block: searched, page by page, with what was done last and its undo.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { linkToLookup } from "#app/modules/directory/index.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { undoAct } from "../../commands/undo-act.server.ts";
import { actKinds } from "../../domain/act.ts";
import { mayBeSubAssigned } from "../../domain/range.ts";
import { linkToMyBlocks, linkToSubAssign, linkToSubAssignments, linkToSubAssignmentsFile } from "../../links.ts";
import { listActs } from "../../queries/acts.server.ts";
import { findSubAssignments } from "../../queries/sub-assignments.server.ts";
import type { ShownAct } from "../../ui/act-list.tsx";
import { ActList } from "../../ui/act-list.tsx";
import { SubAssignmentTable } from "../../ui/sub-assignment-table.tsx";
import { openBlock } from "../act-page.server.ts";

export const handle: PageHandle = { title: "sub-assignments:list.title" };

const pageSize = 25;

export async function loader(args: LoaderFunctionArgs) {
  const { context, block } = await openBlock(args);
  const words = new URL(args.request.url).searchParams;
  const query = (words.get("query") ?? "").slice(0, 100);
  const onlyLate = words.get("late") === "yes";
  const all = await findSubAssignments(context, block, { query, onlyLate });
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(Number(words.get("page"))) || 1), pages);
  const { name, handle: holderHandle } = await getOrganization(context, block.organizationId);
  return {
    ...{ query, onlyLate, page, pages, total: all.length, late: all.filter((each) => each.isLate).length },
    lines: all.slice((page - 1) * pageSize, page * pageSize),
    acts: await listActs(context, block, 10),
    block: formatPrefix(block.prefix),
    holder: `${name} (${holderHandle})`,
    mayGiveOn: mayBeSubAssigned(block.status),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, block } = await openBlock(args);
  const fields = textFieldsOf(await args.request.formData());
  const outcome = await undoAct(context, fields["act"] ?? "");
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToSubAssignments(formatPrefix(block.prefix))}?done=undone`);
}

export default function SubAssignments() {
  const { t } = useTranslation("sub-assignments");
  const { number } = useFormats();
  const loaded = useLoaderData<typeof loader>();
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "sub-assignments");
  const { block, holder, query, onlyLate, lines, total, late, acts, mayGiveOn } = loaded;
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead", { block, holder })}
      breadcrumbs={[{ label: t("blocks.title"), to: linkToMyBlocks() }]}
      actions={
        <>
          <LinkButton to={linkToSubAssignmentsFile(block, query)} reloadDocument>
            {t("list.export")}
          </LinkButton>
          {mayGiveOn ? (
            <LinkButton to={linkToSubAssign(block)} variant="primary">
              {t("new.title")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <FormProblems problems={problems} />
      {problems.length > 0 ? null : <Done acts={acts} />}
      {mayGiveOn ? null : <Panel title={t("ownUse.title")}>{t("ownUse.text")}</Panel>}
      <SearchField label={t("list.search")} description={t("list.searchHint")} defaultValue={query} />
      <p role="status">
        {t("list.found", { count: total, number: number(total) })}{" "}
        {late > 0 && !onlyLate ? (
          <TextLink to="?late=yes">{t("list.late", { count: late, number: number(late) })}</TextLink>
        ) : null}
        {onlyLate ? <TextLink to="?">{t("list.all")}</TextLink> : null}
      </p>
      <SubAssignmentTable lines={lines} isSearched={query !== "" || onlyLate} />
      <Pagination page={loaded.page} pageCount={loaded.pages} />
      {acts.length === 0 ? null : (
        <Section title={t("acts.title")} lead={t("acts.lead")}>
          <ActList acts={acts} />
        </Section>
      )}
    </Page>
  );
}

/** What was just done, and where the world reads it. */
function Done({ acts }: { readonly acts: readonly ShownAct[] }) {
  const { t } = useTranslation("sub-assignments");
  const [words] = useSearchParams();
  const done = [...actKinds, "undone" as const].find((each) => each === words.get("done"));
  const act = acts.find(({ actId }) => actId === words.get("act"));
  return (
    <StatusMessage>
      {done === undefined ? null : (
        <>
          {t(`done.${done}`)}{" "}
          {act === undefined ? null : <TextLink to={linkToLookup(act.prefix)}>{t("done.look")}</TextLink>}
        </>
      )}
    </StatusMessage>
  );
}
