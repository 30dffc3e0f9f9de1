// A member's own claims in one election, with what became of each: /my/elections/:electionId/claims
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToClaims, linkToElection, linkToNewClaim, linkToOwnClaims } from "#app/modules/elections/index.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { withdrawClaim } from "../../commands/withdraw-claim.server.ts";
import type { ClaimView } from "../../domain/claim-view.ts";
import { listClaims } from "../../queries/claims.server.ts";
import { ClaimCard } from "../../ui/claim-card.tsx";
import { WithdrawQuestion } from "../../ui/withdraw-question.tsx";
import { electionOfClaims, kindsNow } from "../claims-page.server.ts";

export const handle: PageHandle = { title: "claims:own.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const election = await electionOfClaims(context, args.params["electionId"]);
  const search = new URL(args.request.url).searchParams;
  return {
    election,
    claims: await listClaims(context, { electionId: election.id, for: { accountId: context.actor.accountId } }),
    mayFile: (await kindsNow(context, election.id)).some(({ state }) => state === "open"),
    filed: Number(search.get("filed") ?? 0),
    withdrawn: Number(search.get("withdrawn") ?? 0),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args);
  const { withdraw = "" } = textFieldsOf(await args.request.formData());
  const outcome = await withdrawClaim(context, { claimId: withdraw });
  if (!outcome.ok) return answerRefusal(outcome.error);
  throw redirect(`${linkToOwnClaims(args.params["electionId"] ?? "")}?withdrawn=${outcome.value.number}`);
}

export default function OwnClaims() {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const { election, claims, mayFile, filed, withdrawn } = useLoaderData<typeof loader>();
  const { problems } = useAnswerProblems(useActionData<typeof action>(), "claims");
  const toNew = (
    <LinkButton variant="primary" to={linkToNewClaim(election.id)}>
      {t("own.new")}
    </LinkButton>
  );
  return (
    <Page
      title={t("own.title")}
      lead={inLanguage(election.title, language)}
      width="text"
      breadcrumbs={[{ label: inLanguage(election.title, language), to: linkToElection(election.id) }]}
      actions={mayFile && claims.length > 0 ? toNew : null}
    >
      <StatusMessage>
        {filed > 0 ? t("own.filed", { number: filed }) : null}
        {withdrawn > 0 ? t("own.withdrawn", { number: withdrawn }) : null}
      </StatusMessage>
      <FormProblems problems={problems} />
      {claims.length === 0 ? (
        <EmptyState title={t("own.none")} action={mayFile ? toNew : null}>
          {t(mayFile ? "own.noneText" : "own.noneClosed")}
        </EmptyState>
      ) : (
        <ul className="space-y-4">
          {claims.map((claim) => (
            <li key={claim.number}>
              <OwnClaim claim={claim} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <TextLink to={linkToClaims(election.id)}>{t("own.all")}</TextLink>
      </p>
    </Page>
  );
}

function OwnClaim({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation("claims");
  const own = claim.confidential;
  return (
    <ClaimCard claim={claim} level={2}>
      <p className="text-sm text-ink-soft">{own?.organizationName}</p>
      {(own?.text ?? null) === null ? (
        <p className="text-sm text-ink-soft">{t("own.erased")}</p>
      ) : (
        <blockquote lang={claim.language} className="max-w-text whitespace-pre-line border-s-4 border-line-strong ps-4">
          {own?.text}
        </blockquote>
      )}
      <p className="text-sm text-ink-soft">{t(`own.publication.${claim.publication}`)}</p>
      <Form method="post">
        <WithdrawQuestion claim={claim} />
      </Form>
    </ClaimCard>
  );
}
