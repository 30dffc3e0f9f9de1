// Every act that waits for a second person, and what became of the others. It stands in the shell, because the acts
// belong to modules that approvals does not know.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listProposals, mayReadProposal } from "#app/modules/approvals/index.server.ts";
import { ProposalTable } from "#app/modules/approvals/index.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";

export const handle: PageHandle = { title: "approvals:list.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "administrator", "auditor"] });
  const proposals = (await listProposals(context)).filter((each) => mayReadProposal(context.actor, each));
  return {
    open: proposals.filter(({ state }) => state === "proposed"),
    decided: proposals.filter(({ state }) => state !== "proposed"),
  };
}

export default function Approvals() {
  const { open, decided } = useLoaderData<typeof loader>();
  const { t } = useTranslation("approvals");
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <Section title={t("list.open")}>
        <ProposalTable
          caption={t("list.open")}
          proposals={open}
          empty={<EmptyState title={t("list.noneOpen")}>{t("list.noneOpenHint")}</EmptyState>}
        />
      </Section>
      <Section title={t("list.decided")}>
        <ProposalTable
          caption={t("list.decided")}
          proposals={decided}
          empty={<EmptyState title={t("list.noneDecided")} />}
        />
      </Section>
    </Page>
  );
}
