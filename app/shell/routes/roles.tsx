// Who holds which role until when; an administrator proposes a grant, and another one approves it. It stands in the shell,
// because accounts lies below approvals.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { RoleGrantView } from "#app/modules/accounts/index.server.ts";
import { listRoleGrants, openDoor, revokeRole } from "#app/modules/accounts/index.server.ts";
import { listProposals, proposeRole } from "#app/modules/approvals/index.server.ts";
import { linkToProposal, ProposalTable, useProposalRefusal } from "#app/modules/approvals/index.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { roles } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";
import type { Column } from "#app/ui/table.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle: PageHandle = { title: "accounts:roles.title" };

const kind = "accounts:grant-role";

const grantInput = z.object({
  userId: z.string().trim().min(1, "roles.problems.userId"),
  role: z.enum(roles, { error: "roles.problems.role" }),
  expiresOn: z.iso.date({ error: "roles.problems.expiresOn" }),
  reason: z.string().trim().min(1, "roles.problems.reason"),
});

const revokeInput = z.object({ accountId: z.string().min(1, "roles.problems.userId"), role: grantInput.shape.role });

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator"], steppedUp: true });
  const [grants, open] = await Promise.all([
    listRoleGrants(context),
    listProposals(context, { kind, state: "proposed" }),
  ]);
  return { grants, open };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator"], steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  if (fields["intent"] === "take-away") {
    // Why one person: taking power away is urgent when it is misused, and gives nobody any.
    const taken = revokeInput.safeParse(fields);
    if (!taken.success) return answerProblems(taken.error);
    await revokeRole(context, taken.data);
    return redirect(new URL(args.request.url).pathname);
  }
  const read = grantInput.safeParse(fields);
  if (!read.success) return answerProblems(read.error);
  const { expiresOn, ...wish } = read.data;
  const proposed = await proposeRole(context, { ...wish, expiresAt: new Date(`${expiresOn}T23:59:59Z`) });
  return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : answerRefusal(proposed.error);
}

export default function Roles() {
  const { grants, open } = useLoaderData<typeof loader>();
  const { t } = useTranslation("accounts");
  return (
    <Page title={t("roles.title")} lead={t("roles.lead")}>
      {open.length > 0 ? (
        <Section title={t("roles.open")}>
          <ProposalTable caption={t("roles.open")} proposals={open} />
        </Section>
      ) : null}
      <Section title={t("roles.now")}>
        <Table
          caption={t("roles.now")}
          isCaptionHidden
          rows={grants}
          rowKey={({ accountId, role }) => `${accountId} ${role}`}
          columns={useColumns()}
        />
      </Section>
      <Section title={t("roles.propose")} lead={t("roles.proposeLead")}>
        <ProposeForm />
      </Section>
    </Page>
  );
}

function useColumns(): Column<RoleGrantView>[] {
  const { t } = useTranslation("accounts");
  return [
    { key: "who", header: t("roles.who"), cell: ({ name, userId }) => `${name} (${userId})` },
    { key: "role", header: t("roles.role"), cell: ({ role }) => t(`roles.names.${role}`) },
    {
      key: "granted",
      header: t("roles.granted"),
      cell: ({ grantedAt, grantedBy }) => (
        <span>
          <Instant at={grantedAt} precision="day" />{" "}
          <span className="text-ink-soft">({t(`roles.grantedBy.${grantedBy}`, { defaultValue: grantedBy })})</span>
        </span>
      ),
    },
    {
      key: "until",
      header: t("roles.until"),
      cell: ({ expiresAt }) =>
        expiresAt === null ? t("roles.withoutEnd") : <Instant at={expiresAt} precision="day" />,
    },
    {
      key: "takeAway",
      header: t("roles.takeAway"),
      isHeaderHidden: true,
      cell: ({ accountId, role, name }) => (
        <Form method="post">
          <input type="hidden" name="accountId" value={accountId} />
          <input type="hidden" name="role" value={role} />
          <SubmitButton
            name="intent"
            value="take-away"
            variant="secondary"
            size="small"
            aria-label={t("roles.takeAwayOf", { role: t(`roles.names.${role}`), name })}
          >
            {t("roles.takeAway")}
          </SubmitButton>
        </Form>
      ),
    },
  ];
}

function ProposeForm() {
  const { t } = useTranslation("accounts");
  const answer = useActionData<typeof action>();
  const sentenceOf = useProposalRefusal(kind);
  const problems = (answer?.problems ?? []).map(({ field, key }) => ({ field, sentence: t(key) }));
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.sentence;
  const refusals = answer?.refusal === undefined ? [] : [{ sentence: sentenceOf(answer.refusal) }];
  return (
    <Form method="post" className="space-y-5">
      <FormProblems problems={[...problems, ...refusals]} />
      <TextField
        name="userId"
        label={t("roles.userId")}
        description={t("roles.userIdHint")}
        problem={problemOf("userId")}
        autoComplete="off"
        required
      />
      <Select
        name="role"
        label={t("roles.role")}
        emptyLabel={t("roles.choose")}
        options={roles.map((role) => ({ value: role, label: t(`roles.names.${role}`) }))}
        problem={problemOf("role")}
        required
      />
      <DateField
        name="expiresOn"
        label={t("roles.expiresOn")}
        description={t("roles.expiresOnHint")}
        problem={problemOf("expiresOn")}
        required
      />
      <TextArea
        name="reason"
        label={t("roles.reason")}
        description={t("roles.reasonHint")}
        problem={problemOf("reason")}
        rows={3}
        required
      />
      <SubmitButton>{t("roles.send")}</SubmitButton>
    </Form>
  );
}
