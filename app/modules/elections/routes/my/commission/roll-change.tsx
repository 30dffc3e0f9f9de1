// Proposes a change of the frozen roll: /commission/elections/:electionId/roll/change
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findAccountByUserId, openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToProposal, useProposalRefusal } from "#app/modules/approvals/index.ts";
import { rulesOn } from "#app/modules/membership/index.server.ts";
import { findOrganizationByHandle } from "#app/modules/organizations/index.server.ts";
import type { Context } from "#app/platform/context.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import { proposeRollChange } from "../../../commands/propose-roll-change.server.ts";
import type { ListedPerson, RollChangeWish } from "../../../domain/roll-change.ts";
import { linkToCommissionDesk, linkToRollSigning } from "../../../links.ts";
import { findElection } from "../../../queries/elections.server.ts";
import { RollChangeForm } from "../../../ui/desk/roll-change-form.tsx";

export const handle: PageHandle = { title: "elections:roll.change.title" };

const roles = ["administrator", "staff", "commission"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles, steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined || election.rollFrozenAt === null) throw new Response(null, { status: 404 });
  const search = new URL(args.request.url).searchParams;
  const { document } = await rulesOn(context, election.rollDate);
  return {
    election: { id: election.id, title: election.title, electorate: election.electorate },
    categories: document.categories.map(({ key, names }) => ({ key, names })),
    handle: search.get("handle") ?? "",
    claimId: search.get("claim") ?? "",
    contact: search.get("contact") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles, steppedUp: true });
  const fields = textFieldsOf(await args.request.formData());
  const proposed = await proposeRollChange(context, {
    electionId: args.params["electionId"] ?? "",
    wish: await wishOf(context, fields),
    reason: fields["reason"] ?? "",
  });
  return proposed.ok ? redirect(linkToProposal(proposed.value.proposalId)) : { refusal: proposed.error };
}

/** People write handles and user IDs; the command wants identifiers. What does not exist stays as written and is refused there. */
async function wishOf(context: Context, fields: Readonly<Record<string, string>>): Promise<RollChangeWish> {
  const field = (name: string) => (fields[name] ?? "").trim();
  const handle = field("handle").toUpperCase();
  const kind = (["add", "strike", "restore"] as const).find((each) => each === field("kind")) ?? "change";
  const nothing = { votes: null, category: null, contactAccountId: null };
  const person = personOf(field);
  const organization = kind === "add" && person === null ? await findOrganizationByHandle(context, handle) : undefined;
  const values = {
    votes: field("votes") === "" ? null : Number(field("votes")),
    category: field("category") === "" ? null : field("category"),
    contactAccountId: await accountIdOf(context, field("contact")),
  };
  return {
    kind,
    handle,
    organizationId: organization?.id ?? "",
    ...(kind === "strike" ? nothing : { ...values, person }),
    claimId: field("claimId"),
  };
}

/** Null where nothing of a voter without an account is written. */
function personOf(field: (name: string) => string): ListedPerson | null {
  const [name, email] = [field("personName"), field("personEmail")];
  const [country, organizationName] = [field("personCountry"), field("personOrganization")];
  if (name === "" && email === "" && organizationName === "") return null;
  return { name, email, language: field("personLanguage"), country, organizationName };
}

async function accountIdOf(context: Context, userId: string): Promise<string | null> {
  if (userId === "") return null;
  return (await findAccountByUserId(context, userId.toUpperCase()))?.accountId ?? userId;
}

export default function RollChangePage() {
  const { election, categories, handle: given, claimId, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("elections");
  const sentenceOf = useProposalRefusal("elections:change-roll");
  const language = useLanguage();
  return (
    <Page
      title={t("roll.change.title")}
      lead={t("roll.change.lead")}
      breadcrumbs={[
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
        { label: t("roll.signing.title"), to: linkToRollSigning(election.id) },
      ]}
    >
      <RollChangeForm
        handle={given}
        isOfPeople={election.electorate === "individuals"}
        claimId={claimId}
        contact={contact}
        categories={categories.map(({ key, names }) => ({ key, name: inLanguage(names, language) }))}
        problems={answer?.refusal === undefined ? [] : [{ sentence: sentenceOf(answer.refusal) }]}
      />
    </Page>
  );
}
