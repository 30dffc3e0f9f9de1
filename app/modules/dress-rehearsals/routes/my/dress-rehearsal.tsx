// Dress rehearsals of an election: begun by staff, played by everybody with a role, signed by the commission.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToCommission, linkToCommissionDesk, linkToDressRehearsal } from "#app/modules/elections/index.ts";
import { findElection } from "#app/modules/elections/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { beginDressRehearsal } from "../../commands/begin-dress-rehearsal.server.ts";
import { signReport } from "../../commands/sign-report.server.ts";
import { permissions } from "../../module.ts";
import { listDressRehearsals } from "../../queries/dress-rehearsals.server.ts";
import { reportOf } from "../../queries/report.server.ts";
import { BeginRehearsal } from "../../ui/begin-rehearsal.tsx";
import { RehearsalReport } from "../../ui/rehearsal-report.tsx";

export const handle: PageHandle = { title: "dress-rehearsals:title" };

const everybodyWithARole = { roles: ["administrator", "staff", "commission", "auditor"] } as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: [...everybodyWithARole.roles] });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.isTest) throw new Response(null, { status: 404 });
  const { accountId } = context.actor;
  const rehearsals = await listDressRehearsals(context, { electionId: election.id, accountId });
  return {
    election: { id: election.id, title: election.title, isSealed: election.sealedAt !== null },
    rehearsals: await Promise.all(rehearsals.map(async (rehearsal) => withReport(rehearsal, accountId))),
    mayBegin: isPermitted(context.actor, permissions, "dress-rehearsals:begin"),
    maySign: isPermitted(context.actor, permissions, "dress-rehearsals:sign"),
    done: new URL(args.request.url).searchParams.get("done"),
  };

  async function withReport(rehearsal: (typeof rehearsals)[number], reader: string) {
    const [report, played] = await Promise.all([reportOf(context, rehearsal.id), findElection(context, rehearsal.id)]);
    return {
      ...rehearsal,
      checks: report?.checks ?? [],
      phase: played?.phase ?? "draft",
      closesAt: played?.closesAt ?? rehearsal.begunAt,
      contests: (played?.contests ?? []).map(({ title, kind, candidates }) => ({
        title,
        kind,
        answers: candidates.map(({ name }) => name),
      })),
      hasSigned: rehearsal.signatures.some(({ accountId: signer }) => signer === reader),
    };
  }
}

const beginInput = z.object({
  hours: z.coerce
    .number({ error: "HOURS_EXPECTED" })
    .int("HOURS_EXPECTED")
    .min(1, "HOURS_EXPECTED")
    .max(168, "HOURS_EXPECTED"),
});

export async function action(args: ActionFunctionArgs) {
  const roles = [...permissions["dress-rehearsals:begin"], ...permissions["dress-rehearsals:sign"]];
  const context = await openDoor(args, { roles, steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  const electionId = args.params["electionId"] ?? "";
  const here = linkToDressRehearsal(electionId);
  if (fields["intent"] === "sign") {
    const signed = await signReport(context, { electionId, rehearsalId: fields["rehearsalId"] ?? "" });
    if (!signed.ok) return answerRefusal(signed.error);
    throw redirect(`${here}?done=sign`);
  }
  const input = beginInput.safeParse(fields);
  if (!input.success) return answerProblems(input.error);
  const begun = await beginDressRehearsal(context, { electionId, hours: input.data.hours });
  if (!begun.ok) return answerRefusal(begun.error);
  throw redirect(`${here}?done=begin`);
}

export default function DressRehearsalPage() {
  const { election, rehearsals, mayBegin, maySign, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dress-rehearsals");
  const language = useLanguage();
  const { problems, problemOf } = useAnswerProblems(useActionData<typeof action>(), "dress-rehearsals");
  const title = inLanguage(election.title, language);
  return (
    <Page
      title={t("title")}
      lead={t("lead", { title })}
      breadcrumbs={[
        { label: t("commission"), to: linkToCommission() },
        { label: title, to: linkToCommissionDesk(election.id) },
      ]}
    >
      {done === null ? null : <StatusMessage>{t(done === "sign" ? "signed" : "begun")}</StatusMessage>}
      <FormProblems problems={problems} />
      {rehearsals.length === 0 ? (
        <EmptyState title={t("none")}>{t(mayBegin ? "noneBegin" : "noneAsk")}</EmptyState>
      ) : null}
      {rehearsals.map((rehearsal) => (
        <RehearsalReport key={rehearsal.id} rehearsal={rehearsal} maySign={maySign} />
      ))}
      {mayBegin && !election.isSealed ? (
        <BeginRehearsal problem={problemOf("hours")} isFirst={rehearsals.length === 0} />
      ) : null}
    </Page>
  );
}
