// Changing what a network is called, which AS number announces it, and where its geofeed file is.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix } from "#app/lib/ip-addresses/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { networkDetailsInput } from "../../commands/edit-network.input.ts";
import { editNetwork } from "../../commands/edit-network.server.ts";
import { writeAsn } from "../../domain/autonomous-system.ts";
import { linkToNetwork } from "../../links.ts";
import { openNetworkPage } from "../opened-resource.server.ts";

export const handle: PageHandle = { title: "resources:edit.title" };

export async function loader(args: LoaderFunctionArgs) {
  const { network } = await openNetworkPage(args, { toManage: true });
  const { id, prefix, name, originAsn, geofeedUrl, version } = network;
  return { id, prefix: formatPrefix(prefix), name, originAsn, geofeedUrl, version };
}

export async function action(args: ActionFunctionArgs) {
  const { context, network } = await openNetworkPage(args, { toManage: true });
  const input = networkDetailsInput.safeParse(textFieldsOf(await args.request.formData()));
  if (!input.success) return answerProblems(input.error);
  const outcome = await editNetwork(context, { networkId: network.id, ...input.data });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToNetwork(network.id)}?done=edited`);
}

export default function EditNetwork() {
  const { t } = useTranslation("resources");
  const { id, prefix, name, originAsn, geofeedUrl, version } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "resources");
  return (
    <Page
      title={t("edit.title")}
      lead={<span className="font-mono">{prefix}</span>}
      width="text"
      breadcrumbs={[{ label: prefix, to: linkToNetwork(id) }]}
    >
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-6">
        <input type="hidden" name="version" value={version} />
        <TextField
          name="originAsn"
          label={t("mine.originAsn")}
          description={t("edit.originHint")}
          defaultValue={originAsn === null ? "" : writeAsn(originAsn)}
          problem={problemOf("originAsn")}
          isOptional
          autoComplete="off"
        />
        <TextField
          name="name"
          label={t("network.name")}
          description={t("edit.nameHint")}
          defaultValue={name}
          problem={problemOf("name")}
          isOptional
          autoComplete="off"
        />
        <TextField
          name="geofeedUrl"
          label={t("network.geofeed")}
          description={t("edit.geofeedHint")}
          defaultValue={geofeedUrl ?? ""}
          problem={problemOf("geofeedUrl")}
          isOptional
          autoComplete="off"
          inputMode="url"
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("edit.save")}</SubmitButton>
          <LinkButton to={linkToNetwork(id)}>{t("cancel")}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
