// For whom I vote, since when and who named me; what I was offered, what I gave, and giving it: /my/mandates
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { answerRefusal, textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Card } from "#app/ui/card.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { acceptDelegation, declineDelegation, revokeDelegation } from "../../commands/end-delegation.server.ts";
import { grantDelegation } from "../../commands/grant-delegation.server.ts";
import { linkToMyMandates } from "../../links.ts";
import { findMyMandates } from "../../queries/my-mandates.server.ts";
import { GivenDelegations, OfferedDelegations, WhyNot } from "../../ui/delegation-cards.tsx";
import { GrantForm } from "../../ui/grant-form.tsx";
import { HeldMandates } from "../../ui/held-mandates.tsx";

export const handle: PageHandle = { title: "mandates:my.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    ...(await findMyMandates(context, context.actor.accountId)),
    done: acts.find((act) => act === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  const outcome = await act(context, fields);
  return outcome.ok ? redirect(`${linkToMyMandates()}?done=${fields["act"]}`) : answerRefusal(outcome.error);
}

const acts = ["grant", "accept", "decline", "revoke"] as const;

async function act(context: Awaited<ReturnType<typeof openDoor>>, fields: Record<string, string>) {
  const { act: verb, delegationId = "", mandate = "", delegateUserId = "" } = fields;
  switch (verb) {
    case "accept":
      return acceptDelegation(context, { delegationId });
    case "decline":
      return declineDelegation(context, { delegationId });
    case "revoke":
      return revokeDelegation(context, { delegationId });
    case "grant": {
      const [electionId = "", organizationHandle = ""] = mandate.split(" ");
      return grantDelegation(context, { electionId, organizationHandle, delegateUserId });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function MyMandates() {
  const { t } = useTranslation("mandates");
  const language = useLanguage();
  const { held, offered, given, grantable, resting, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const sentence =
    refusal === undefined
      ? undefined
      : t(`refusals.${refusal.code}`, { ...refusal.details, defaultValue: refusal.code });
  return (
    <Page title={t("my.title")} lead={t("my.lead")}>
      <StatusMessage>{done === null || refusal !== undefined ? null : t(`my.done.${done}`)}</StatusMessage>
      <FormProblems problems={sentence === undefined ? [] : [{ sentence }]} />
      {offered.length > 0 ? (
        <Section title={t("my.offered")} lead={t("my.offeredLead")}>
          <OfferedDelegations delegations={offered} />
        </Section>
      ) : null}
      <Section title={t("my.held")} lead={held.length === 0 ? undefined : t("my.heldLead", { count: held.length })}>
        <HeldMandates mandates={held} />
      </Section>
      {given.length > 0 ? (
        <Section title={t("my.given")}>
          <GivenDelegations delegations={given} />
        </Section>
      ) : null}
      {grantable.length > 0 ? (
        <Section title={t("my.grant")} lead={t("my.grantLead")}>
          <GrantForm grantable={grantable} />
        </Section>
      ) : null}
      {resting.length > 0 ? (
        <Section title={t("my.resting")}>
          <ul className="grid gap-4 lg:grid-cols-2">
            {resting.map(({ electionId, electionTitle, organizationHandle, organizationName, code }) => (
              <li key={`${electionId} ${organizationHandle}`} className="flex">
                <Card level={3} title={organizationName} className="flex-1">
                  <p>{inLanguage(electionTitle, language)}</p>
                  <WhyNot electionId={electionId} obstacle={{ code }} />
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
