// The hostmaster's desk: requests for legacy entities and their one-time passwords: /staff/legacy
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerProblems, answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { markEntityInput, openClaimInput } from "../../commands/desk-forms.input.ts";
import { issueClaimPassword } from "../../commands/issue-claim-password.server.ts";
import { markLegacyEntity, unmarkLegacyEntity } from "../../commands/mark-legacy-entity.server.ts";
import { openLegacyClaim, revokeLegacyClaim } from "../../commands/open-legacy-claim.server.ts";
import { linkToLegacyDesk } from "../../links.ts";
import { permissions } from "../../module.ts";
import { listLikelyLegacy } from "../../queries/likely-legacy.server.ts";
import { openLegacyDesk } from "../../queries/legacy-desk.server.ts";
import { AttemptTable } from "../../ui/attempt-table.tsx";
import { ClaimList } from "../../ui/claim-list.tsx";
import { EntityTable } from "../../ui/entity-table.tsx";
import { LikelyLegacyTable } from "../../ui/likely-legacy.tsx";
import { MarkEntityForm, OpenClaimForm } from "../../ui/desk-forms.tsx";

export const handle: PageHandle = { title: "legacy-claims:desk.title" };

const wish = { roles: permissions["legacy-claims:administer"], steppedUp: true } as const;
const acts = ["open", "issue", "revoke", "mark", "unmark"] as const;
type Act = (typeof acts)[number];

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, wish);
  const asked = new URL(args.request.url).searchParams;
  const done = asked.get("done");
  const sought = asked.get("sought")?.slice(0, 60) ?? "";
  const likely = await listLikelyLegacy(context, { sought, page: Number(asked.get("page")) });
  return { ...(await openLegacyDesk(context)), likely, sought, done: acts.find((act) => act === done) ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, wish);
  const fields = textFieldsOf(await args.request.formData());
  const act = acts.find((each) => each === fields["act"]);
  if (act === undefined) throw new Response(null, { status: 400 });
  return (await answerForm(context, act, fields)) ?? (await answerButton(context, act, fields));
}

async function answerForm(context: PersonContext, act: Act, fields: Record<string, string>) {
  if (act !== "open" && act !== "mark") return undefined;
  const input = act === "open" ? openClaimInput.safeParse(fields) : markEntityInput.safeParse(fields);
  if (!input.success) return answerProblems(input.error);
  const outcome =
    "userId" in input.data ? await openLegacyClaim(context, input.data) : await markLegacyEntity(context, input.data);
  return outcome.ok ? redirect(`${linkToLegacyDesk()}?done=${act}`) : answerRefusal(outcome.error);
}

async function answerButton(context: PersonContext, act: Act, fields: Record<string, string>) {
  const { claimId = "", organizationId = "" } = fields;
  const outcome =
    act === "issue"
      ? await issueClaimPassword(context, { claimId })
      : act === "revoke"
        ? await revokeLegacyClaim(context, { claimId })
        : await unmarkLegacyEntity(context, { organizationId });
  return outcome.ok ? redirect(`${linkToLegacyDesk()}?done=${act}`) : answerRefusal(outcome.error);
}

export default function LegacyDeskPage() {
  const { t } = useTranslation("legacy-claims");
  const { entities, claims, attempts, likely, sought, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "legacy-claims");
  // Why the keys: what was noted leaves its form empty for the next.
  return (
    <Page title={t("desk.title")} lead={t("desk.lead")} breadcrumbs={[{ label: t("desk.crumb"), to: "/staff" }]}>
      <StatusMessage>{done === null || answer !== undefined ? null : t(`desk.done.${done}`)}</StatusMessage>
      <FormProblems problems={problems} />
      <Section title={t("desk.claims")} lead={t("desk.claimsLead")}>
        <ClaimList claims={claims} />
      </Section>
      <Section title={t("desk.open")} lead={t("desk.openLead")}>
        <OpenClaimForm key={claims[0]?.claimId} problemOf={problemOf} />
      </Section>
      <Section title={t("desk.entities")} lead={t("desk.entitiesLead")}>
        <EntityTable entities={entities} />
      </Section>
      <Section title={t("desk.likely")} lead={t("desk.likelyLead")}>
        <LikelyLegacyTable found={likely} sought={sought} />
      </Section>
      <Section title={t("desk.mark")} lead={t("desk.markLead")}>
        <MarkEntityForm key={entities.length} problemOf={problemOf} />
      </Section>
      <Section title={t("desk.attempts")} lead={t("desk.attemptsLead")}>
        <AttemptTable attempts={attempts} />
      </Section>
    </Page>
  );
}
