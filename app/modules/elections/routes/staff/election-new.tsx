// Staff describe a new election.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listAccountsWithRole, openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { createElection } from "../../commands/create-election.server.ts";
import { linkToElectionDesk, linkToElectionDesks } from "../../links.ts";
import { ElectionForm } from "../../ui/desk/election-form.tsx";
import type { InputProblem } from "./read-election-form.ts";
import { readElectionForm, typedIn } from "./read-election-form.ts";

export const handle: PageHandle = { title: "elections:desk.create.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"] });
  const commission = await listAccountsWithRole(context, "commission");
  return { commission: commission.map(({ accountId, name, userId }) => ({ accountId, name, userId })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["administrator", "staff"] });
  const form = await args.request.formData();
  const refused = (problems: readonly InputProblem[]) => ({ problems, typed: typedIn(form) });
  const read = readElectionForm(form);
  if (!read.ok) return refused(read.error);
  const created = await createElection(context, read.value);
  if (created.ok) return redirect(linkToElectionDesk(created.value.electionId));
  return refused([{ field: fieldOf[created.error.code], ...created.error }]);
}

/** Where on the form a refusal is told. */
const fieldOf = {
  ELECTION_CLOSES_IN_THE_PAST: "closesAt",
  TRUSTEE_NOT_IN_COMMISSION: "trusteeAccountIds",
  SEATS_ABOVE_VACANCIES: "contests",
  SEATS_ABOVE_RENEWALS: "contests",
};

export default function NewElectionPage() {
  const { commission } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("elections");
  return (
    <Page
      title={t("desk.create.title")}
      lead={t("desk.create.lead")}
      breadcrumbs={[{ label: t("desk.list.heading"), to: linkToElectionDesks() }]}
    >
      <ElectionForm commission={commission} problems={answer?.problems} typed={answer?.typed} />
    </Page>
  );
}
