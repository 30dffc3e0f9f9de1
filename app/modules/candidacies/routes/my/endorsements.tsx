// Asking other members for their support: /my/candidacies/:candidacyId/endorsements
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { SubmitButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { askEndorsement, mostAsked } from "../../commands/ask-endorsement.server.ts";
import { linkToAskEndorsements, linkToMyCandidacies, linkToMyCandidacy } from "../../links.ts";
import { getCallOf } from "../../queries/call.server.ts";
import { listEndorsements } from "../../queries/review.server.ts";
import { useCandidacyProblems } from "../../ui/use-candidacy-problems.ts";
import { openOwnCandidacy } from "../open-call.server.ts";

export const handle: PageHandle = { title: "candidacies:parts.endorsements" };

export async function loader(args: LoaderFunctionArgs) {
  const { context, candidacy, isCandidate } = await openOwnCandidacy(args, { withNominator: true });
  const { contest } = await getCallOf(context, candidacy);
  return {
    candidate: { id: candidacy.id, name: candidacy.name, isMe: isCandidate },
    needed: contest.rules.endorsementsNeeded,
    given: candidacy.endorsementsGiven,
    most: mostAsked,
    endorsements: await listEndorsements(context, candidacy.id),
    asked: new URL(args.request.url).searchParams.get("asked"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, candidacy } = await openOwnCandidacy(args, { withNominator: true });
  const { handle: typed = "" } = textFieldsOf(await args.request.formData());
  const outcome = await askEndorsement(context, { candidacyId: candidacy.id, handle: typed });
  if (!outcome.ok) return answerRefusal(outcome.error);
  const asked = encodeURIComponent(outcome.value.organizationName);
  return redirect(`${linkToAskEndorsements(candidacy.id)}?asked=${asked}`);
}

const fieldOf = {
  ORGANIZATION_UNKNOWN: "handle",
  OWN_NOMINATION: "handle",
  ALREADY_ASKED: "handle",
  NO_MEMBERSHIP_CONTACT: "handle",
};

export default function AskEndorsements() {
  const { t } = useTranslation("candidacies");
  const { candidate, needed, given, most, endorsements, asked } = useLoaderData<typeof loader>();
  const { problems, problemOf } = useCandidacyProblems(useActionData<typeof action>(), fieldOf);
  const back = candidate.isMe
    ? { label: t("desk.title"), to: linkToMyCandidacy(candidate.id) }
    : { label: t("my.title"), to: linkToMyCandidacies() };
  return (
    <Page
      title={t("parts.endorsements")}
      lead={candidate.isMe ? undefined : candidate.name}
      width="text"
      breadcrumbs={[back]}
    >
      <StatusMessage>
        {asked === null || problems.length > 0 ? null : t("endorsements.sent", { organization: asked })}
      </StatusMessage>
      <p className="max-w-text text-lg">{t("endorsements.lead", { needed, given, most })}</p>
      <FormProblems problems={problems} />
      <Form method="post" className="space-y-4" key={asked}>
        <TextField
          name="handle"
          label={t("endorsements.handle")}
          description={t("endorsements.handleHint")}
          problem={problemOf("handle")}
          required
          maxLength={40}
          autoCapitalize="characters"
        />
        <SubmitButton>{t("endorsements.send")}</SubmitButton>
      </Form>
      <Section title={t("endorsements.all")}>
        {endorsements.length === 0 ? (
          <EmptyState title={t("endorsements.none")} />
        ) : (
          <ul className="border-t border-line">
            {endorsements.map(({ organizationId, organizationName, givenAt, declinedAt }) => (
              <li
                key={organizationId}
                className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-3"
              >
                <span>{organizationName}</span>
                <Badge tone={givenAt === null ? "neutral" : "success"}>
                  {t(`my.answers.${givenAt !== null ? "given" : declinedAt !== null ? "declined" : "waiting"}`)}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
