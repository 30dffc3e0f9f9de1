// One organisation at the desk: everything about it, and what staff may change of its membership.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findOrganizationByHandle, organizationPermissions } from "#app/modules/organizations/index.server.ts";
import { linkToOrganization, linkToOrganizations } from "#app/modules/organizations/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { changeClass, changeClassInput } from "../../commands/change-class.server.ts";
import { liftDebt, liftDebtInput, setDebt, setDebtInput } from "../../commands/change-standing.server.ts";
import { permissions } from "../../module.ts";
import { organizationOverview } from "../../queries/organization-overview.server.ts";
import { DoneMessage } from "../../ui/done-message.tsx";
import { MembershipDesk } from "../../ui/membership-desk.tsx";
import { OrganizationSections } from "../../ui/organization-sections.tsx";

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ loaded }) => loaded.organization.name,
};

async function openPage(args: LoaderFunctionArgs | ActionFunctionArgs, permission: keyof typeof permissions) {
  const context = await openDoor(args, { roles: permissions[permission].slice() });
  const organization = await findOrganizationByHandle(context, args.params["handle"] ?? "");
  if (organization === undefined) throw new Response(null, { status: 404 });
  return { context, organization };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, organization } = await openPage(args, "membership:read-all");
  const search = new URL(args.request.url).searchParams;
  return {
    ...(await organizationOverview(context, organization, search.get("on"))),
    done: search.get("done"),
    mayEdit: isPermitted(context.actor, organizationPermissions, "organizations:edit-any"),
    mayChange: isPermitted(context.actor, permissions, "membership:change-standing"),
  };
}

const deskAction = z.discriminatedUnion("intent", [
  setDebtInput.extend({ intent: z.literal("debt-set") }),
  liftDebtInput.extend({ intent: z.literal("debt-lifted") }),
  changeClassInput.extend({ intent: z.literal("class-changed") }),
]);

export async function action(args: ActionFunctionArgs) {
  const { context, organization } = await openPage(args, "membership:change-standing");
  const fields = textFieldsOf(await args.request.formData());
  const input = deskAction.safeParse({ ...fields, organizationId: organization.id });
  if (!input.success) return answerProblems(input.error);
  const outcome = await act(context, input.data);
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToOrganization(organization.handle)}?done=${input.data.intent}`);
}

function act(context: Context, input: z.output<typeof deskAction>): Promise<Result<undefined, Refusal>> {
  switch (input.intent) {
    case "debt-set":
      return setDebt(context, input);
    case "debt-lifted":
      return liftDebt(context, input);
    case "class-changed":
      return changeClass(context, input);
  }
}

const fieldOf = {
  DEBT_ALREADY_SET: "from",
  PAID_BEFORE_OWED: "paidOn",
  CLASS_CHANGE_NOT_LATER: "from",
  CLASS_UNKNOWN: "class",
};

export default function OrganizationDesk() {
  const { t } = useTranslation("organizations");
  const { done, mayEdit, mayChange, ...overview } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "membership", fieldOf);
  const { organization } = overview;
  return (
    <Page
      title={organization.name}
      lead={<span className="font-mono">{organization.handle}</span>}
      breadcrumbs={[
        { label: t("desk"), to: "/staff" },
        { label: t("list.title"), to: linkToOrganizations() },
      ]}
    >
      <DoneMessage done={problems.length > 0 ? null : done} />
      <FormProblems problems={problems} />
      <OrganizationSections overview={overview} mayEdit={mayEdit}>
        <MembershipDesk overview={overview} mayChange={mayChange} problemOf={problemOf} />
      </OrganizationSections>
    </Page>
  );
}
