// A customer gives a range back.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { previewAct } from "../../commands/preview-act.server.ts";
import { returnSubAssignment, returnWithin } from "../../commands/return-sub-assignment.server.ts";
import { ConfirmStep } from "../../ui/act-steps.tsx";
import { answerAct, openSubAssignment, showSubAssignment } from "../act-page.server.ts";

export const handle: PageHandle = { title: "sub-assignments:return.title" };

export async function loader(args: LoaderFunctionArgs) {
  return showSubAssignment(await openSubAssignment(args));
}

export async function action(args: ActionFunctionArgs) {
  const { context, network, back } = await openSubAssignment(args);
  const fields = textFieldsOf(await args.request.formData());
  const input = { prefix: network.prefix, seen: fields["seen"] ?? "" };
  return answerAct(context, fields, back, {
    preview: () => previewAct(context, (within) => returnWithin(within, input)),
    carryOut: () => returnSubAssignment(context, input),
  });
}

export default function ReturnSubAssignment() {
  const { t } = useTranslation("sub-assignments");
  const { back, block, prefix, seen, customer } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { problems } = useAnswerProblems(answered, "sub-assignments");
  return (
    <Page
      title={t("return.title")}
      lead={`${prefix} · ${customer}`}
      width="text"
      breadcrumbs={[{ label: block, to: back }]}
    >
      <FormProblems problems={problems} />
      {answered?.preview === undefined ? (
        <Form method="post" className="space-y-6">
          <p>{t("return.text")}</p>
          <input type="hidden" name="seen" value={seen} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="step" value="preview">
              {t("customer.go")}
            </SubmitButton>
            <LinkButton to={back}>{t("cancel")}</LinkButton>
          </div>
        </Form>
      ) : (
        <ConfirmStep preview={answered.preview} fields={answered.fields} back={back} mayEdit={false} />
      )}
    </Page>
  );
}
