// A customer's range grows or shrinks.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Select } from "#app/ui/select.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { previewAct } from "../../commands/preview-act.server.ts";
import { resizeSubAssignment, resizeWithin } from "../../commands/resize-sub-assignment.server.ts";
import { sizesAround } from "../../domain/other-sizes.ts";
import { listTaken } from "../../queries/block.server.ts";
import { asksReverse } from "../../queries/reverse.server.ts";
import { ConfirmStep } from "../../ui/act-steps.tsx";
import { answer, answerAct, openSubAssignment, showSubAssignment } from "../act-page.server.ts";

export const handle: PageHandle = { title: "sub-assignments:resize.title" };

export async function loader(args: LoaderFunctionArgs) {
  const opened = await openSubAssignment(args);
  const { context, block, network } = opened;
  const taken = await listTaken(context, block, network.id);
  const sizes = sizesAround(network.prefix, block.prefix, taken).map(formatPrefix);
  return { ...(await showSubAssignment(opened)), sizes };
}

export async function action(args: ActionFunctionArgs) {
  const { context, block, network, back } = await openSubAssignment(args);
  const fields = textFieldsOf(await args.request.formData());
  const range = parsePrefix(fields["range"] ?? "");
  if (range === undefined) {
    return answer(
      { fields, refusal: { code: "RANGE_MALFORMED", details: { range: (fields["range"] ?? "").slice(0, 60) } } },
      422,
    );
  }
  const assignedOn = fields["assignedOn"] ?? "";
  const input = { prefix: network.prefix, seen: fields["seen"] ?? "", range, assignedOn };
  return answerAct(context, fields, back, {
    preview: async () => {
      const isReverseDelegated = await asksReverse(context, block.prefix, range);
      return previewAct(context, (within) => resizeWithin(within, input, isReverseDelegated));
    },
    carryOut: () => resizeSubAssignment(context, input),
  });
}

const fieldOf = {
  ...{ RANGE_TAKEN: "range", RANGE_SAME: "range", RANGE_NOT_EMPTY: "range", REVERSE_NOT_DELEGATED: "range" },
  ...{ DAY_MALFORMED: "assignedOn", DAY_IN_FUTURE: "assignedOn" },
};

export default function ResizeSubAssignment() {
  const { t } = useTranslation("sub-assignments");
  const { back, block, prefix, seen, customer, today, sizes } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answered, "sub-assignments", fieldOf);
  const values = answered?.fields ?? {};
  return (
    <Page
      title={t("resize.title")}
      lead={`${prefix} · ${customer}`}
      width="text"
      breadcrumbs={[{ label: block, to: back }]}
    >
      <FormProblems problems={problems} />
      {answered?.preview === undefined ? (
        <Form method="post" className="space-y-6">
          <input type="hidden" name="seen" value={seen} />
          <Select
            name="range"
            label={t("resize.range")}
            description={t("resize.rangeHint")}
            defaultValue={values["range"] ?? sizes[0]}
            problem={problemOf("range")}
            options={sizes.map((each) => ({ value: each, label: each }))}
            required
          />
          <DateField
            name="assignedOn"
            label={t("resize.assignedOn")}
            defaultValue={values["assignedOn"] ?? today}
            max={today}
            problem={problemOf("assignedOn")}
            required
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="step" value="preview">
              {t("customer.go")}
            </SubmitButton>
            <LinkButton to={back}>{t("cancel")}</LinkButton>
          </div>
        </Form>
      ) : (
        <ConfirmStep preview={answered.preview} fields={answered.fields} back={back} />
      )}
    </Page>
  );
}
