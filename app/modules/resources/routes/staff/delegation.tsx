// Staff give a block or AS numbers another holder or status, or take them back: what changes is shown first. /staff/resources/:resource/holder
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatPrefix, parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { changeDelegationInput } from "../../commands/change-delegation.input.ts";
import { changeDelegation, previewDelegation } from "../../commands/change-delegation.server.ts";
import { parseAsn } from "../../domain/autonomous-system.ts";
import { seenOf } from "../../domain/delegation.ts";
import { writeHolding } from "../../domain/holding.ts";
import { linkToAllResources } from "../../links.ts";
import { permissions } from "../../module.ts";
import { findDelegation, partsOfDelegation } from "../../queries/delegation.server.ts";
import { DelegationForm, DelegationPreview } from "../../ui/delegation-form.tsx";

export const handle: PageHandle = { title: "resources:delegation.title" };

const wish = { roles: permissions["resources:change-delegations"].slice(), steppedUp: true };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, wish);
  const delegation = await findDelegation(context, numbersOf(args));
  if (delegation === undefined) throw new Response(null, { status: 404 });
  const { handle: ownerId, name } = await getOrganization(context, delegation.organizationId);
  const { status } = delegation;
  const { below } = await partsOfDelegation(context, delegation);
  return { resources: writeHolding(delegation), holder: { ownerId, name }, status, seen: seenOf(delegation, below) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, wish);
  const numbers = numbersOf(args);
  const fields = textFieldsOf(await args.request.formData());
  const input = changeDelegationInput.safeParse(fields);
  if (!input.success) return answerProblems(input.error);
  const wished = { numbers, ...input.data };
  if (fields["act"] !== "confirm") {
    const preview = await previewDelegation(context, wished);
    if (!preview.ok) return answerRefusal(preview.error);
    return data({ refusal: undefined, problems: undefined, preview: preview.value, input: input.data });
  }
  const outcome = await changeDelegation(context, wished);
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(
    `${linkToAllResources("prefix" in numbers ? formatPrefix(numbers.prefix) : `AS${numbers.asn}`)}&done=delegation`,
  );
}

function numbersOf({ params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const text = params["resource"] ?? "";
  const prefix = parsePrefix(text.replace(/-(?=[0-9]+$)/, "/"));
  if (prefix !== undefined) return { prefix };
  const asn = parseAsn(text);
  if (asn === undefined) throw new Response(null, { status: 404 });
  return { asn };
}

export default function ChangeDelegation() {
  const { t } = useTranslation("resources");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "resources");
  const shown = answer !== undefined && "preview" in answer ? answer : undefined;
  const [first = ""] = loaded.resources;
  return (
    <Page
      title={t("delegation.title")}
      lead={<span className="font-mono">{loaded.resources.join(", ")}</span>}
      width="text"
      breadcrumbs={[{ label: t("everything.title"), to: linkToAllResources(first) }]}
    >
      <FormProblems problems={problems} />
      {shown === undefined ? (
        <DelegationForm {...loaded} problemOf={problemOf} />
      ) : (
        <DelegationPreview {...shown} resource={first} />
      )}
    </Page>
  );
}
