// Giving a part of a block on, in three steps: the range, who receives it, and what the world will read.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { previewAct } from "../../commands/preview-act.server.ts";
import { registerSubAssignment, registerWithin } from "../../commands/register-sub-assignment.server.ts";
import { decideRange, mayBeSubAssigned } from "../../domain/range.ts";
import { linkToMyBlocks, linkToSubAssignments } from "../../links.ts";
import { listTaken } from "../../queries/block.server.ts";
import { chooseRange, showRange } from "../../queries/range-choice.server.ts";
import { findRecipients } from "../../queries/recipients.server.ts";
import { asksReverse } from "../../queries/reverse.server.ts";
import { ConfirmStep } from "../../ui/act-steps.tsx";
import { CustomerStep } from "../../ui/customer-step.tsx";
import { RangeStep } from "../../ui/range-step.tsx";
import { answer, answerAct, openBlock } from "../act-page.server.ts";
import { readCustomer } from "../customer-fields.server.ts";

export const handle: PageHandle = { title: "sub-assignments:new.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, block } = await openBlock(args);
  const words = new URL(args.request.url).searchParams;
  const typed = words.get("range")?.trim().slice(0, 60);
  const range = typed === undefined ? undefined : parsePrefix(typed);
  const taken = await listTaken(context, block);
  const facts = { block: block.prefix, blockStatus: block.status, taken, isReverseDelegated: true };
  const decision = range === undefined ? undefined : decideRange({ ...facts, range });
  const query = (words.get("query") ?? "").slice(0, 100);
  const holder = await getOrganization(context, block.organizationId);
  const choice = await chooseRange(context, block, {
    length: Number(words.get("length")) || undefined,
    picked: words.get("pick"),
  });
  return {
    ...{ choice, query, typed: typed ?? "", today: utcDay(context.clock.now()) },
    block: { prefix: formatPrefix(block.prefix), isForOwnUse: !mayBeSubAssigned(block.status) },
    holder: `${holder.name} (${holder.handle})`,
    range: decision?.ok === true ? showRange(decision.value) : null,
    rangeRefusal: typed === undefined || decision?.ok === true ? null : (decision?.error ?? malformed(typed)),
    found: await findRecipients(context, block, query),
  };
}

function malformed(range: string) {
  return { code: "RANGE_MALFORMED", details: { range } } as const;
}

export async function action(args: ActionFunctionArgs) {
  const { context, block } = await openBlock(args);
  const fields = textFieldsOf(await args.request.formData());
  const range = parsePrefix(fields["range"] ?? "");
  if (range === undefined) return answer({ fields, refusal: malformed((fields["range"] ?? "").slice(0, 60)) }, 422);
  const customer = await readCustomer(context, block, fields);
  if ("problems" in customer) return answer({ fields, problems: customer.problems }, 422);
  const input = { block: block.prefix, range, ...customer.input };
  return answerAct(context, fields, linkToSubAssignments(formatPrefix(block.prefix)), {
    preview: async () => {
      const isReverseDelegated = await asksReverse(context, block.prefix, range);
      return previewAct(context, (within) => registerWithin(within, input, isReverseDelegated));
    },
    carryOut: () => registerSubAssignment(context, input),
  });
}

export default function SubAssign() {
  const { t } = useTranslation("sub-assignments");
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const preview = answered?.preview;
  const { block, range } = loaded;
  const back = linkToSubAssignments(block.prefix);
  const step = preview !== undefined ? 2 : range === null ? 0 : 1;
  return (
    <Page
      title={t("new.title")}
      lead={t("new.lead", { block: block.prefix, holder: loaded.holder })}
      width="text"
      breadcrumbs={[
        { label: t("blocks.title"), to: linkToMyBlocks() },
        { label: block.prefix, to: back },
      ]}
    >
      <Steps label={t("new.title")} current={step} steps={[t("new.range"), t("new.customer"), t("new.preview")]} />
      {preview !== undefined ? (
        <ConfirmStep preview={preview} fields={answered?.fields ?? {}} back={back} />
      ) : range === null ? (
        <RangeStep block={block} choice={loaded.choice} typed={loaded.typed} refusal={loaded.rangeRefusal} />
      ) : (
        <CustomerStep {...loaded} range={range} answered={answered} />
      )}
    </Page>
  );
}
