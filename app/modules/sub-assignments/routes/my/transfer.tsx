// A range goes to another customer.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { previewAct } from "../../commands/preview-act.server.ts";
import { transferSubAssignment, transferWithin } from "../../commands/transfer-sub-assignment.server.ts";
import { showRange } from "../../queries/range-choice.server.ts";
import { findRecipients } from "../../queries/recipients.server.ts";
import { ConfirmStep } from "../../ui/act-steps.tsx";
import { CustomerStep } from "../../ui/customer-step.tsx";
import { answer, answerAct, openSubAssignment, showSubAssignment } from "../act-page.server.ts";
import { readCustomer } from "../customer-fields.server.ts";

export const handle: PageHandle = { title: "sub-assignments:transfer.title" };

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openSubAssignment(args);
  const { context, block, network } = opened;
  const query = (new URL(args.request.url).searchParams.get("query") ?? "").slice(0, 100);
  return {
    ...(await showSubAssignment(opened)),
    ...{ query, range: showRange(network.prefix) },
    found: await findRecipients(context, block, query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, block, network, back } = await openSubAssignment(args);
  const fields = textFieldsOf(await args.request.formData());
  const customer = await readCustomer(context, block, fields);
  if ("problems" in customer) return answer({ fields, problems: customer.problems }, 422);
  const input = { prefix: network.prefix, seen: fields["seen"] ?? "", ...customer.input };
  return answerAct(context, fields, back, {
    preview: () => previewAct(context, (within) => transferWithin(within, input)),
    carryOut: () => transferSubAssignment(context, input),
  });
}

export default function TransferSubAssignment() {
  const { t } = useTranslation("sub-assignments");
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { back, block, prefix, customer } = loaded;
  return (
    <Page
      title={t("transfer.title")}
      lead={`${prefix} · ${customer}`}
      width="text"
      breadcrumbs={[{ label: block, to: back }]}
    >
      {answered?.preview === undefined ? (
        <CustomerStep {...loaded} answered={answered} />
      ) : (
        <ConfirmStep preview={answered.preview} fields={answered.fields} back={back} />
      )}
    </Page>
  );
}
