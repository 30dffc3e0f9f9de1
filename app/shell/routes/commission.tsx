// The commission's first page. It stands here because what is asked of a commissioner comes out of several rooms.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { linkToQuestionnaires } from "#app/modules/candidacies/index.ts";
import { listCommissionViews } from "#app/modules/elections/index.server.ts";
import { CommissionHome } from "#app/modules/elections/index.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { approvalsWaiting, furtherDutiesOf } from "./further-duties.server.ts";

export const handle: PageHandle = { title: "elections:desk.commission.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  const views = await listCommissionViews(context);
  const elections = [];
  for (const view of views) elections.push({ view, further: await furtherDutiesOf(context, view) });
  const isMember = context.actor.roles.includes("commission");
  return { elections, approvals: isMember ? await approvalsWaiting(context) : null };
}

export default function CommissionPage() {
  const { t } = useTranslation("candidacies");
  return (
    <CommissionHome
      {...useLoaderData<typeof loader>()}
      actions={<LinkButton to={linkToQuestionnaires()}>{t("questionnaires.title")}</LinkButton>}
    />
  );
}
